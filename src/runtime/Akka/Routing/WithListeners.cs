using Akka.Actor;

namespace Akka.Routing;

/// <summary>Runs a function for each listener.</summary>
public sealed class WithListeners(Action<IActorRef> listenerFunction) : ListenerMessage
{
    public Action<IActorRef> ListenerFunction { get; } = listenerFunction;
}
