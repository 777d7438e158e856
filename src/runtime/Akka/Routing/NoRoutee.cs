using Akka.Actor;

namespace Akka.Routing;

/// <summary>What a logic selects when there is nobody: what is sent to it is a dead letter.</summary>
internal sealed class NoRoutee : Routee
{
    public override void Send(object message, IActorRef sender)
    {
        if (sender is ActorRefWithCell { Provider: var provider })
        {
            provider.DeadLetters.Tell(message, sender);
        }
    }
}
