namespace ActorSockets;

/// <summary>What holds for a connection that is made to a server elsewhere.</summary>
public sealed record SocketClientOptions : ConnectionOptions
{
    /// <summary>How long connecting may take, resolving a name included. Default: 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
