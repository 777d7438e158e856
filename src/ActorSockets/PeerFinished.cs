namespace ActorSockets;

/// <summary>The peer has sent its last byte (FIN) but may still read: sent by the connection to a handler whose
/// listener has <see cref="ConnectionOptions.AllowHalfOpen"/>, after the last frame. The handler goes on sending and
/// calls <see cref="Connection.Close"/> when it is done. If it does not handle this message, the connection
/// closes.</summary>
public sealed record PeerFinished
{
    private PeerFinished()
    {
    }

    /// <summary>The only instance.</summary>
    public static PeerFinished Instance { get; } = new();
}
