using Akka.Actor;

namespace Akka.Routing;

/// <summary>One of those that a router hands messages to.</summary>
public class Routee
{
    public static readonly Routee NoRoutee = new NoRoutee();

    public virtual Task<object> Ask(object message, TimeSpan? timeout) =>
        throw new NotSupportedException($"{GetType().Name} can not be asked");

    public static Routee FromActorRef(IActorRef actorRef) => new ActorRefRoutee(actorRef);

    public virtual void Send(object message, IActorRef sender)
    {
    }
}
