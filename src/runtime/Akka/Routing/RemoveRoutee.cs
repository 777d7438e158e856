namespace Akka.Routing;

/// <summary>Takes a routee from a router; a child of a pool is stopped once it has handled what it was sent.</summary>
public sealed class RemoveRoutee(Routee routee) : RouterManagementMessage
{
    public Routee Routee { get; } = routee;
}
