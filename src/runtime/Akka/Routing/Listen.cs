using Akka.Actor;

namespace Akka.Routing;

/// <summary>Adds a listener.</summary>
public sealed class Listen(IActorRef listener) : ListenerMessage
{
    public IActorRef Listener { get; } = listener;
}
