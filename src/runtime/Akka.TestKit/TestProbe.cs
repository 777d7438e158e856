using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Util;

namespace Akka.TestKit;

/// <summary>A test actor besides that of the test, which it can play a part with. It is also its reference.</summary>
public class TestProbe : TestKitBase, INoImplicitSender, IInternalActorRef
{
    public TestProbe(ActorSystem system, ITestKitAssertions assertions, string? testProbeName = null)
        : base(assertions, system, testProbeName)
    {
    }

    public IActorRef Ref => TestActor;

    public IActorRef Sender => LastSender;

    ActorPath IActorRef.Path => TestActor.Path;

    bool IActorRefScope.IsLocal => Internals.IsLocal;

    bool IInternalActorRef.IsTerminated => Internals.IsTerminated;

    IInternalActorRef IInternalActorRef.Parent => Internals.Parent;

    IActorRefProvider IInternalActorRef.Provider => Internals.Provider;

    private IInternalActorRef Internals => (IInternalActorRef)TestActor;

    public IActorRef ChildActorOf<T>(
        string? name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase
        => ChildActorOf(PropsOf<T>(), name, supervisorStrategy, cancellationToken);

    public IActorRef ChildActorOf<T>(
        SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase
        => ChildActorOf(PropsOf<T>(), supervisorStrategy, cancellationToken);

    public IActorRef ChildActorOf<T>(string name, CancellationToken cancellationToken = default) where T : ActorBase
        => ChildActorOf(PropsOf<T>(), name, cancellationToken);

    public IActorRef ChildActorOf<T>(CancellationToken cancellationToken = default) where T : ActorBase
        => ChildActorOf(PropsOf<T>(), cancellationToken);

    public Task<IActorRef> ChildActorOfAsync<T>(
        string? name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase
        => ChildActorOfAsync(PropsOf<T>(), name, supervisorStrategy, cancellationToken);

    public Task<IActorRef> ChildActorOfAsync<T>(
        SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase
        => ChildActorOfAsync(PropsOf<T>(), supervisorStrategy, cancellationToken);

    public Task<IActorRef> ChildActorOfAsync<T>(string name, CancellationToken cancellationToken = default)
        where T : ActorBase
        => ChildActorOfAsync(PropsOf<T>(), name, cancellationToken);

    public Task<IActorRef> ChildActorOfAsync<T>(CancellationToken cancellationToken = default) where T : ActorBase
        => ChildActorOfAsync(PropsOf<T>(), cancellationToken);

    public int CompareTo(object? obj) => TestActor.CompareTo(obj);

    public override TestProbe CreateTestProbe(string? name = null)
        => throw new NotSupportedException("Cannot create a TestProbe from a TestProbe");

    public override bool Equals(object? obj) => TestActor.Equals(obj);

    public void Forward(IActorRef actor, object message) => actor.Tell(message, Sender);

    public void Forward(IActorRef actor) => actor.Tell(LastMessage, Sender);

    public override int GetHashCode() => TestActor.GetHashCode();

    public void Reply(object message) => Sender.Tell(message, TestActor);

    public void Send(IActorRef actor, object message) => actor.Tell(message, TestActor);

    public void SendSystemMessage(ISystemMessage message, IActorRef sender)
        => Internals.SendSystemMessage(message, sender);

    public void SendSystemMessage(ISystemMessage message) => Internals.SendSystemMessage(message);

    public override string ToString() => TestActor.ToString()!;

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => TestActor.CompareTo(other);

    bool IEquatable<IActorRef>.Equals(IActorRef? other) => TestActor.Equals(other);

    void ICanTell.Tell(object message, IActorRef sender) => TestActor.Tell(message, sender);

    IActorRef IInternalActorRef.GetChild(IReadOnlyList<string> name) => Internals.GetChild(name);

    void IInternalActorRef.Restart(Exception cause) => Internals.Restart(cause);

    void IInternalActorRef.Resume(Exception? causedByFailure) => Internals.Resume(causedByFailure);

    void IInternalActorRef.Start() => Internals.Start();

    void IInternalActorRef.Stop() => Internals.Stop();

    void IInternalActorRef.Suspend() => Internals.Suspend();

    ISurrogate? ISurrogated.ToSurrogate(ActorSystem system) => TestActor.ToSurrogate(system);

    private static Props PropsOf<T>() where T : ActorBase => Props.Create(typeof(T));
}
