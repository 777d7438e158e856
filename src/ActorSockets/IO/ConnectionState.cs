namespace ActorSockets.IO;

/// <summary>The life of a connection's socket side. Each value names the next.</summary>
internal enum ConnectionState
{
    /// <summary>Connected, and nobody has registered yet. Next: Open, Draining, Closed.</summary>
    AwaitingHandler,

    /// <summary>Both directions are open. Next: PeerClosed, Draining, Closed.</summary>
    Open,

    /// <summary>The peer has ended its direction and the handler keeps ours open. Next: Draining, Closed.</summary>
    PeerClosed,

    /// <summary>Closing has begun and queued writes are still to be sent. Next: Closing, Closed.</summary>
    Draining,

    /// <summary>Ours is closed after a confirmed close, and the peer's end is awaited. Next: Closed.</summary>
    Closing,

    /// <summary>The socket is given back. Terminal.</summary>
    Closed,
}
