namespace Akka.Routing;

/// <summary>Any routee.</summary>
public sealed class RandomLogic : RoutingLogic
{
    public override Routee Select(object message, Routee[] routees) =>
        routees is not { Length: > 0 } ? Routee.NoRoutee : routees[Random.Shared.Next(routees.Length)];
}
