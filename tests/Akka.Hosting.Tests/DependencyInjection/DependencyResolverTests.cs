using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.DependencyInjection;
using Akka.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Hosting.Tests.DependencyInjection;

public sealed class DependencyResolverTests : IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly Microsoft.Extensions.DependencyInjection.ServiceProvider _services = new ServiceCollection()
        .AddSingleton<Greeting>()
        .AddScoped<Visit>()
        .BuildServiceProvider();

    private readonly ActorSystem _system;

    public DependencyResolverTests() => _system = ActorSystem.Create("injected", ActorSystemSetup.Create(
        DependencyResolverSetup.Create(_services), ServiceProviderSetup.Create(_services)));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _system.Terminate();
        await _services.DisposeAsync();
    }

    [Fact]
    public void Resolves_services_and_scopes()
    {
        var resolver = DependencyResolver.For(_system).Resolver;

        using var scope = resolver.CreateScope();
        var visit = scope.Resolver.GetService<Visit>();

        Assert.Same(resolver.GetService<Greeting>(), resolver.GetService(typeof(Greeting)));
        Assert.Same(visit, scope.Resolver.GetService<Visit>());
        Assert.NotSame(visit, resolver.GetService<Visit>());
        Assert.Null(resolver.GetService<string>());
        scope.Dispose();
        Assert.True(visit.IsDisposed);
    }

    [Fact]
    public async Task Injects_services_into_actors_beside_given_arguments()
    {
        var resolver = DependencyResolver.For(_system);

        foreach (var props in new[]
                 {
                     resolver.Props<GreetingActor>("Ada"),
                     resolver.Props(typeof(GreetingActor), "Ada"),
                     resolver.Resolver.Props<GreetingActor>("Ada"),
                     Akka.DependencyInjection.ServiceProvider.For(_system).Props<GreetingActor>("Ada"),
                 })
        {
            Assert.Equal("Hello, Ada", await _system.ActorOf(props).Ask<string>("?", Bound));
        }

        foreach (var props in new[] { resolver.Props<AnonymousActor>(), resolver.Props(typeof(AnonymousActor)) })
            Assert.Equal("Hello, nobody", await _system.ActorOf(props).Ask<string>("?", Bound));
    }

    [Fact]
    public async Task Makes_a_new_instance_after_a_crash_and_keeps_the_services()
    {
        var actor = _system.ActorOf(DependencyResolver.For(_system).Props<GreetingActor>("Ada"));
        var before = await actor.Ask<object>("instance", Bound);

        actor.Tell("crash");

        Assert.NotSame(before, await actor.Ask<object>("instance", Bound));
        Assert.Equal("Hello, Ada", await actor.Ask<string>("?", Bound));
    }

    [Fact]
    public void Refuses_a_type_that_is_no_actor()
        => Assert.StartsWith(
            $"[{typeof(Greeting)}] does not implement Akka.Actor.ActorBase.",
            Assert.Throws<ArgumentException>(() => DependencyResolver.For(_system).Props(typeof(Greeting))).Message);

    [Fact]
    public async Task Injects_services_into_the_routees_of_a_router()
    {
        var props = DependencyResolver.For(_system).Props<GreetingActor>("Ada").WithRouter(new RoundRobinPool(2));
        var router = _system.ActorOf(props, "router");

        var first = await router.Ask<object>("instance", Bound);

        Assert.NotSame(first, await router.Ask<object>("instance", Bound));
        Assert.Equal("Hello, Ada", await router.Ask<string>("?", Bound));
    }

    [Fact]
    public async Task Gives_an_injected_actor_its_stash()
    {
        var actor = _system.ActorOf(DependencyResolver.For(_system).Props<StashingActor>());

        var early = actor.Ask<string>("Ada", Bound);
        actor.Tell("open");

        Assert.Equal("Hello, Ada", await early);
    }

    [Fact]
    public async Task Stops_an_actor_whose_services_are_missing()
    {
        var actor = _system.ActorOf(DependencyResolver.For(_system).Props<DemandingActor>());

        await _system.ActorOf(Props.Create(() => new Watcher(actor))).Ask<Terminated>("?", Bound);
    }

    [Fact]
    public async Task Says_that_the_setup_is_missing()
    {
        using var bare = ActorSystem.Create("bare");

        Assert.Equal(
            "Unable to find [DependencyResolverSetup] included in ActorSystem settings. Please specify one before "
            + "attempting to use dependency injection inside Akka.NET.",
            Assert.Throws<ConfigurationException>(() => DependencyResolver.For(bare)).Message);
        Assert.StartsWith(
            "Unable to find [ServiceProviderSetup] included in ActorSystem settings.",
            Assert.Throws<ConfigurationException>(() => Akka.DependencyInjection.ServiceProvider.For(bare)).Message);
        await bare.Terminate();
    }

    public sealed class Greeting
    {
        public string To(string name) => $"Hello, {name}";
    }

    public sealed class Visit : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class GreetingActor(Greeting greeting, string name) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "crash")
                throw new InvalidOperationException("crash");
            Sender.Tell(message is "instance" ? this : greeting.To(name));
        }
    }

    private sealed class AnonymousActor(Greeting greeting) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(greeting.To("nobody"));
    }

    private sealed class StashingActor : ReceiveActor, IWithUnboundedStash
    {
        public StashingActor(Greeting greeting)
        {
            Receive<string>(text => text == "open", _ =>
            {
                Stash.UnstashAll();
                Become(() => Receive<string>(name => Sender.Tell(greeting.To(name))));
            });
            ReceiveAny(_ => Stash.Stash());
        }

        public IStash Stash { get; set; } = null!;
    }

    private sealed class DemandingActor(IDisposable missing) : UntypedActor
    {
        protected override void OnReceive(object message) => missing.Dispose();
    }

    private sealed class Watcher : ReceiveActor
    {
        public Watcher(IActorRef watched)
        {
            IActorRef? asker = null;
            Receive<string>(_ =>
            {
                asker = Sender;
                Context.Watch(watched);
            });
            Receive<Terminated>(terminated => asker!.Tell(terminated));
        }
    }
}
