namespace Akka.Routing;

/// <summary>All routees.</summary>
public sealed class BroadcastRoutingLogic : RoutingLogic
{
    public override Routee Select(object message, Routee[] routees) =>
        routees is not { Length: > 0 } ? Routee.NoRoutee : new SeveralRoutees(routees);
}
