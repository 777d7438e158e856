namespace ActorSockets;

/// <summary>What holds for a connection that is made to a server elsewhere.</summary>
public sealed record SocketClientOptions : ConnectionOptions
{
    /// <summary>How long connecting may take, resolving a name and the handshake of TLS included. Default:
    /// 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Makes the connection a TLS connection. Default: null, plain TCP. <c>new TlsClientOption()</c> verifies
    /// the server's certificate by the host name that is connected to.</summary>
    public TlsClientOption? Tls { get; init; }
}
