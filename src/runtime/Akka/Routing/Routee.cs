using Akka.Actor;

namespace Akka.Routing;

/// <summary>One of those that a router hands messages to.</summary>
public class Routee
{
    public static readonly Routee NoRoutee = new NoRoutee();

    /// <summary>Null, unless a kind of routee can be asked.</summary>
    public virtual Task<object> Ask(object message, TimeSpan? timeout) => null!;

    public static Routee FromActorRef(IActorRef actorRef) => new ActorRefRoutee(actorRef);

    public virtual void Send(object message, IActorRef sender)
    {
    }
}
