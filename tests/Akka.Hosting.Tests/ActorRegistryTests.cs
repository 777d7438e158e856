using Akka.Actor;

namespace Akka.Hosting.Tests;

public class ActorRegistryTests
{
    private readonly ActorRegistry _registry = new();

    [Fact]
    public void Finds_what_was_registered()
    {
        _registry.Register<EchoActor>(ActorRefs.Nobody);

        Assert.Same(ActorRefs.Nobody, _registry.Get<EchoActor>());
        Assert.True(_registry.TryGet<EchoActor>(out _));
        Assert.True(_registry.TryGet(typeof(EchoActor), out _));
        Assert.Equal(typeof(EchoActor), Assert.Single(_registry).Key);
    }

    [Fact]
    public void Refuses_a_second_actor_for_a_key_unless_it_may_overwrite()
    {
        _registry.Register<EchoActor>(ActorRefs.Nobody);

        var error = Assert.Throws<DuplicateActorRegistryException>(
            () => _registry.Register<EchoActor>(ActorRefs.Nobody));
        Assert.Equal(
            $"An actor for type {typeof(EchoActor)} has already been registered. Call `Register(IActorRef, bool "
            + "overwrite=true)` to avoid this error or use a different key.",
            error.Message);
        Assert.False(_registry.TryRegister<EchoActor>(ActorRefs.Nobody));
        Assert.True(_registry.TryRegister(typeof(EchoActor), ActorRefs.Nobody, overwrite: true));
        _registry.Register<EchoActor>(ActorRefs.Nobody, overwrite: true);
    }

    [Fact]
    public void Names_the_key_that_is_missing()
    {
        var error = Assert.Throws<MissingActorRegistryEntryException>(() => _registry.Get<EchoActor>());

        Assert.Equal($"No actor registered for key {typeof(EchoActor)}", error.Message);
        Assert.False(_registry.TryGet<EchoActor>(out var actor));
        Assert.Same(ActorRefs.Nobody, actor);
    }

    [Fact]
    public void Does_not_take_null_for_an_actor()
    {
        var error = Assert.Throws<ArgumentNullException>(() => _registry.Register<EchoActor>(null!));

        Assert.Equal("Cannot register null actors (Parameter 'actor')", error.Message);
        Assert.False(_registry.TryRegister<EchoActor>(null!, overwrite: true));
        Assert.Empty(_registry);
    }

    [Fact]
    public async Task Waits_for_an_actor_that_is_not_registered_yet()
    {
        var first = _registry.GetAsync<EchoActor>();
        var second = _registry.GetAsync(typeof(EchoActor));
        Assert.False(first.IsCompleted || second.IsCompleted);

        _registry.Register<EchoActor>(ActorRefs.Nobody);

        Assert.Same(ActorRefs.Nobody, await first);
        Assert.Same(ActorRefs.Nobody, await second);
        Assert.Same(ActorRefs.Nobody, await _registry.GetAsync<EchoActor>());
    }

    [Fact]
    public async Task Stops_waiting_when_cancelled_and_lets_others_wait_on()
    {
        using var source = new CancellationTokenSource();
        var cancelled = _registry.GetAsync<EchoActor>(source.Token);
        var other = _registry.GetAsync<EchoActor>();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _registry.Register<EchoActor>(ActorRefs.Nobody);
        Assert.Same(ActorRefs.Nobody, await other);
    }

    [Fact]
    public async Task Belongs_to_its_actor_system()
    {
        using var system = ActorSystem.Create("registry");

        Assert.Same(ActorRegistry.For(system), ActorRegistry.For(system));

        await system.Terminate();
    }
}
