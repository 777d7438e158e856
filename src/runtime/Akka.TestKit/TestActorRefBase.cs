using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.TestKit.Internal;
using Akka.Util;

namespace Akka.TestKit;

/// <summary>
/// A reference to an actor that runs on the thread of the test, with the actor itself within reach. It is equal to the
/// reference that the actor knows itself by.
/// </summary>
public abstract class TestActorRefBase<TActor> : IInternalActorRef where TActor : ActorBase
{
    protected TestActorRefBase(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
        => InternalRef = InternalTestActorRef.Create(system, actorProps, supervisor, name);

    public ActorPath Path => InternalRef.Path;

    public IActorRef Ref => InternalRef;

    public TActor UnderlyingActor => (TActor)InternalRef.UnderlyingActor;

    bool IActorRefScope.IsLocal => InternalRef.IsLocal;

    bool IInternalActorRef.IsTerminated => InternalRef.IsTerminated;

    IInternalActorRef IInternalActorRef.Parent => InternalRef.Parent;

    IActorRefProvider IInternalActorRef.Provider => InternalRef.Provider;

    protected InternalTestActorRef InternalRef { get; }

    public static bool operator ==(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef)
        => testActorRef is null ? actorRef is null : testActorRef.Equals(actorRef);

    public static bool operator !=(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef)
        => !(testActorRef == actorRef);

    public static bool operator ==(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef)
        => testActorRef == actorRef;

    public static bool operator !=(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef)
        => !(testActorRef == actorRef);

    public static IActorRef ToActorRef(TestActorRefBase<TActor> actorRef) => actorRef.InternalRef;

    public int CompareTo(object? obj) => InternalRef.CompareTo(obj);

    public bool Equals(IActorRef? other) => InternalRef.Equals(other);

    public override bool Equals(object? obj) => InternalRef.Equals(obj);

    public void Forward(object message) => InternalRef.Forward(message);

    public override int GetHashCode() => InternalRef.GetHashCode();

    public void Receive(object message, IActorRef? sender = null) => InternalRef.Receive(message, sender);

    public Task ReceiveAsync(object message, IActorRef? sender = null) => InternalRef.ReceiveAsync(message, sender);

    public void SendSystemMessage(ISystemMessage message, IActorRef sender)
        => InternalRef.SendSystemMessage(message, sender);

    public void SendSystemMessage(ISystemMessage message) => InternalRef.SendSystemMessage(message);

    public void Tell(object message) => InternalRef.Tell(message);

    public void Tell(object message, IActorRef sender) => InternalRef.Tell(message, sender);

    public override string ToString() => InternalRef.ToString();

    public void Unwatch(IActorRef subject) => InternalRef.Unwatch(subject);

    public void Watch(IActorRef subject) => InternalRef.Watch(subject);

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => InternalRef.CompareTo(other);

    IActorRef IInternalActorRef.GetChild(IReadOnlyList<string> name) => InternalRef.GetChild(name);

    void IInternalActorRef.Restart(Exception cause) => InternalRef.Restart(cause);

    void IInternalActorRef.Resume(Exception? causedByFailure) => InternalRef.Resume(causedByFailure);

    void IInternalActorRef.Start() => InternalRef.Start();

    void IInternalActorRef.Stop() => InternalRef.Stop();

    void IInternalActorRef.Suspend() => InternalRef.Suspend();

    ISurrogate? ISurrogated.ToSurrogate(ActorSystem system) => InternalRef.ToSurrogate(system);
}
