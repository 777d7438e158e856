namespace Akka.Routing;

/// <summary>Makes a pool start so many routees more, or stop so many when negative.</summary>
public sealed class AdjustPoolSize(int change) : RouterManagementMessage
{
    public int Change { get; } = change;
}
