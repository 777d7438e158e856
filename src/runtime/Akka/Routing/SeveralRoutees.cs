using Akka.Actor;

namespace Akka.Routing;

/// <summary>A routee that is all of several.</summary>
public class SeveralRoutees(Routee[] routees) : Routee
{
    public override void Send(object message, IActorRef sender)
    {
        foreach (var routee in routees)
        {
            routee.Send(message, sender);
        }
    }
}
