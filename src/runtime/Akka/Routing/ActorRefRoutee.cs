using Akka.Actor;

namespace Akka.Routing;

/// <summary>A routee that is an actor.</summary>
public class ActorRefRoutee(IActorRef actor) : Routee
{
    public IActorRef Actor { get; } = actor;

    public override Task<object> Ask(object message, TimeSpan? timeout) => Actor.Ask(message, timeout);

    public override bool Equals(object? obj) =>
        obj is ActorRefRoutee other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => Actor.GetHashCode();

    public override void Send(object message, IActorRef sender) => Actor.Tell(message, sender);

    protected bool Equals(ActorRefRoutee other) => Equals(Actor, other.Actor);
}
