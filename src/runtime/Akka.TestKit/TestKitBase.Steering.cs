using Akka.Actor;
using Akka.Util;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    public IActorRef ChildActorOf(
        Props props,
        string? name,
        SupervisorStrategy supervisorStrategy,
        CancellationToken cancellationToken = default)
        => Completed(Spawn(true, props, name, supervisorStrategy, cancellationToken));

    public IActorRef ChildActorOf(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        => Completed(Spawn(true, props, null, supervisorStrategy, cancellationToken));

    public IActorRef ChildActorOf(Props props, string name, CancellationToken cancellationToken = default)
        => Completed(Spawn(true, props, name, null, cancellationToken));

    public IActorRef ChildActorOf(Props props, CancellationToken cancellationToken = default)
        => Completed(Spawn(true, props, null, null, cancellationToken));

    public Task<IActorRef> ChildActorOfAsync(
        Props props,
        string? name,
        SupervisorStrategy supervisorStrategy,
        CancellationToken cancellationToken = default)
        => Spawn(false, props, name, supervisorStrategy, cancellationToken).AsTask();

    public Task<IActorRef> ChildActorOfAsync(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        => Spawn(false, props, null, supervisorStrategy, cancellationToken).AsTask();

    public Task<IActorRef> ChildActorOfAsync(Props props, string name, CancellationToken cancellationToken = default)
        => Spawn(false, props, name, null, cancellationToken).AsTask();

    public Task<IActorRef> ChildActorOfAsync(Props props, CancellationToken cancellationToken = default)
        => Spawn(false, props, null, null, cancellationToken).AsTask();

    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage)
        => TestActor.Tell(new TestActor.SetIgnore(message => shouldIgnoreMessage(message)));

    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage)
        => TestActor.Tell(new TestActor.SetIgnore(message => message is TMsg typed && shouldIgnoreMessage(typed)));

    public void IgnoreMessages<TMsg>() => IgnoreMessages<TMsg>(_ => true);

    public void IgnoreNoMessages() => TestActor.Tell(new TestActor.SetIgnore(null));

    public void SetAutoPilot(AutoPilot pilot) => TestActor.Tell(new TestActor.SetAutoPilot(pilot));

    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        TestActor.Tell(new TestActor.Unwatch(actorToUnwatch));
        return actorToUnwatch;
    }

    public async Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch)
    {
        var done = NewSignal();
        TestActor.Tell(new TestActor.Unwatch(actorToUnwatch) { Done = done });
        await done.Task.WaitAsync(RemainingOrDefault).ConfigureAwait(false);
        return actorToUnwatch;
    }

    public IActorRef Watch(IActorRef actorToWatch)
    {
        TestActor.Tell(new TestActor.Watch(actorToWatch));
        return actorToWatch;
    }

    public async Task<IActorRef> WatchAsync(IActorRef actorToWatch)
    {
        var done = NewSignal();
        TestActor.Tell(new TestActor.Watch(actorToWatch) { Done = done });
        await done.Task.WaitAsync(RemainingOrDefault).ConfigureAwait(false);
        return actorToWatch;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async ValueTask<IActorRef> Spawn(
        bool blocking,
        Props props,
        string? name,
        SupervisorStrategy? supervisorStrategy,
        CancellationToken cancellationToken)
    {
        var spawn = new TestActor.Spawn(
            props,
            name is null ? Option<string>.None : new Option<string>(name),
            supervisorStrategy is null
                ? Option<SupervisorStrategy>.None
                : new Option<SupervisorStrategy>(supervisorStrategy));
        TestActor.Tell(spawn);
        return await Expect<IActorRef>(blocking, RemainingOrDefault, null, null, cancellationToken)
            .ConfigureAwait(false);
    }
}
