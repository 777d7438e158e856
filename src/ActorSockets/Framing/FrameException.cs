namespace ActorSockets.Framing;

/// <summary>A peer sent bytes that its listener's framer can make no frame of. The connection is closed.</summary>
#pragma warning disable CA1032 // built by the two factories only, so that there is always a reason
public sealed class FrameException : Exception
#pragma warning restore CA1032
{
    private FrameException(CloseReason reason, string message, object? reply)
        : base(message)
    {
        Reason = reason;
        Reply = reply;
    }

    /// <summary>Why the connection closes: <see cref="CloseReason.FrameTooLong"/> or
    /// <see cref="CloseReason.InvalidFrame"/>.</summary>
    public CloseReason Reason { get; }

    /// <summary>What the peer is told before the connection closes, encoded by the framer; null for nothing.</summary>
    public object? Reply { get; }

    /// <summary>A frame is, or will be, longer than allowed.</summary>
    /// <param name="maxFrameBytes">The limit in bytes.</param>
    /// <param name="reply">What the peer is told; null for nothing.</param>
    public static FrameException TooLong(int maxFrameBytes, object? reply = null) =>
        new(CloseReason.FrameTooLong, $"A frame is longer than {maxFrameBytes} bytes.", reply);

    /// <summary>The bytes are malformed.</summary>
    /// <param name="what">What is wrong with them.</param>
    /// <param name="reply">What the peer is told; null for nothing.</param>
    public static FrameException Invalid(string what, object? reply = null) =>
        new(CloseReason.InvalidFrame, what, reply);
}
