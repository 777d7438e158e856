namespace ActorSockets.Hosting.Tests;

/// <summary>How long a test waits for what must happen.</summary>
internal static class Bound
{
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);
}
