using ActorSockets.Framing;

namespace ActorSockets;

/// <summary>What holds for each connection of a listener, or of a client.</summary>
public abstract record ConnectionOptions
{
    private protected ConnectionOptions()
    {
    }

    /// <summary>How bytes become frames and messages become bytes. Default: <see cref="RawFramer.Utf8"/>, each read a
    /// <c>ByteString</c>.</summary>
    public Framer Framer { get; init; } = RawFramer.Utf8;

    /// <summary>The largest frame that a peer may send, in bytes without delimiter or header. Default: 65,536. A peer
    /// that sends a larger one gets the framer's answer and is closed, as <see cref="CloseReason.FrameTooLong"/>; no
    /// more than the limit and one read is ever buffered. A framer that delivers each read as it is has no frames to
    /// limit.</summary>
    public int MaxFrameBytes { get; init; } = 64 * 1024;

    /// <summary>The inbound credit, in bytes: how much may be waiting for the handler. Default: 262,144. A frame counts
    /// from when it is put into the handler's mailbox until the handler is done with it, a stashed one for as long as
    /// it is stashed; each counts its bytes and 64 for the message around it. At the limit the socket is not read any
    /// more, so that the peer has to wait; reading goes on when half of the credit is free.</summary>
    public int MaxUnhandledBytes { get; init; } = 256 * 1024;

    /// <summary>The most output, in bytes, that may wait for a peer that reads slowly or not at all. Default:
    /// 1,048,576. At the limit the connection is aborted, as <see cref="CloseReason.PeerTooSlow"/>. A single message
    /// larger than the limit can be sent when nothing waits.</summary>
    public int MaxUnsentBytes { get; init; } = 1024 * 1024;

    /// <summary>How long a connection that is closing may take to send what is left. Default: 5 s. Then it is aborted;
    /// its close reason stays.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a peer that has finished sending is still sent to for as long as the handler likes, which is
    /// told so by <see cref="PeerFinished"/>. Default: false, the connection closes after the handler has seen the last
    /// frame and its answers are sent.</summary>
    public bool AllowHalfOpen { get; init; }

    /// <summary>How often a handler that throws is restarted, on the same socket, within <see cref="RestartWindow"/>.
    /// Default: 10. When it throws once more it is stopped, and the connection is aborted, as
    /// <see cref="CloseReason.HandlerFailed"/>; 0 for never restarting. The frame that it threw on is not delivered
    /// again, those behind it are. A handler whose constructor throws is stopped at once.</summary>
    public int MaxRestarts { get; init; } = 10;

    /// <summary>The time in which restarts are counted. Default: 1 minute.</summary>
    public TimeSpan RestartWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The dispatcher that runs the handlers, as a HOCON path such as <c>akka.actor.default-dispatcher</c>.
    /// Default: empty, the I/O thread that serves the connection's socket: fastest, and right for handlers that do not
    /// block. A dispatcher named in the handler's Props comes first.</summary>
    public string HandlerDispatcher { get; init; } = "";
}
