namespace ActorSockets;

/// <summary>Why a connection ended. The first cause wins: exactly one per connection.</summary>
public enum CloseReason
{
    /// <summary>The peer sent its last byte (FIN), and the handler had seen all frames before it. Output was sent
    /// first.</summary>
    PeerClosed = 1,

    /// <summary>The peer reset the connection (RST). What was not sent yet is lost.</summary>
    PeerReset,

    /// <summary>The network or the operating system failed the connection in another way. What was not sent yet is
    /// lost.</summary>
    IOError,

    /// <summary><see cref="Connection.Close"/> was called. The peer got all output, then the end of the
    /// stream.</summary>
    ClosedByHandler,

    /// <summary><see cref="Connection.Abort"/> was called. The peer sees a reset.</summary>
    AbortedByHandler,

    /// <summary>The handler stopped while the connection was open: it stopped itself, was told to
    /// (<c>PoisonPill</c>), or its actor system went down without a drain. The peer got all output, then the end of the
    /// stream.</summary>
    HandlerStopped,

    /// <summary>The handler threw, and was not restarted. The peer sees a reset.</summary>
    HandlerFailed,

    /// <summary>The peer sent a frame longer than <see cref="ConnectionOptions.MaxFrameBytes"/>. It got the framer's
    /// answer to that, if there is one, then the end of the stream.</summary>
    FrameTooLong,

    /// <summary>The peer sent bytes that are no frame. It got the framer's answer to that, if there is one, then the
    /// end of the stream.</summary>
    InvalidFrame,

    /// <summary>The peer reads more slowly than it is sent to, and
    /// <see cref="ConnectionOptions.MaxUnsentBytes"/> were waiting for it. It sees a reset.</summary>
    PeerTooSlow,

    /// <summary>The server drained, and the connection ended in time. The peer got all output, then the end of the
    /// stream.</summary>
    Drained,

    /// <summary>The server drained, and the connection had not ended at the deadline. The peer sees a reset.</summary>
    DrainTimedOut,
}
