namespace Akka.Routing;

/// <summary>One routee after the other.</summary>
public sealed class RoundRobinRoutingLogic : RoutingLogic
{
    private int _next;

    public RoundRobinRoutingLogic() : this(-1)
    {
    }

    public RoundRobinRoutingLogic(int next)
    {
        _next = next;
    }

    public override Routee Select(object message, Routee[] routees) =>
        routees is not { Length: > 0 }
            ? Routee.NoRoutee
            : routees[(Interlocked.Increment(ref _next) & int.MaxValue) % routees.Length];
}
