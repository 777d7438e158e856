using Akka.Actor;

namespace Akka.Routing;

/// <summary>A routee that is looked up by its path for each message.</summary>
public class ActorSelectionRoutee(ActorSelection actor) : Routee
{
    public ActorSelection Selection { get; } = actor;

    public override Task<object> Ask(object message, TimeSpan? timeout) => Selection.Ask(message, timeout);

    public override bool Equals(object? obj) =>
        obj is ActorSelectionRoutee other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => Selection.GetHashCode();

    public override void Send(object message, IActorRef sender) => Selection.Tell(message, sender);

    protected bool Equals(ActorSelectionRoutee other) => Equals(Selection, other.Selection);
}
