namespace Akka.Routing;

/// <summary>Adds a routee to a router.</summary>
public sealed class AddRoutee(Routee routee) : RouterManagementMessage
{
    public Routee Routee { get; } = routee;
}
