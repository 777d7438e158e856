using Akka.Actor;

namespace Akka.Routing;

/// <summary>Picks the routee of a message. Called by many threads at once.</summary>
public abstract class RoutingLogic : INoSerializationVerificationNeeded
{
    public abstract Routee Select(object message, Routee[] routees);
}
