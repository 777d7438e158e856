namespace Akka.Routing;

/// <summary>The messages to a router that carry nothing.</summary>
public static class RouterMessage
{
    public static readonly GetRoutees GetRoutees = GetRoutees.Instance;
}
