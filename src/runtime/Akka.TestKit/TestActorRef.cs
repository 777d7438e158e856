using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A test's reference to an actor of a known class.</summary>
public class TestActorRef<TActor> : TestActorRefBase<TActor> where TActor : ActorBase
{
    public TestActorRef(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
        : base(system, actorProps, supervisor, name)
    {
    }

    public static bool operator ==(TestActorRef<TActor>? testActorRef, IActorRef? actorRef)
        => testActorRef is null ? actorRef is null : testActorRef.Equals(actorRef);

    public static bool operator !=(TestActorRef<TActor>? testActorRef, IActorRef? actorRef)
        => !(testActorRef == actorRef);

    public static bool operator ==(IActorRef? actorRef, TestActorRef<TActor>? testActorRef)
        => testActorRef == actorRef;

    public static bool operator !=(IActorRef? actorRef, TestActorRef<TActor>? testActorRef)
        => !(testActorRef == actorRef);

    public override bool Equals(object? obj) => base.Equals(obj);

    public override int GetHashCode() => base.GetHashCode();
}
