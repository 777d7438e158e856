using Akka.Actor;

namespace Akka.Routing;

/// <summary>Removes a listener.</summary>
public sealed class Deafen(IActorRef listener) : ListenerMessage
{
    public IActorRef Listener { get; } = listener;
}
