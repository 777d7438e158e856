namespace ActorSockets.Framing;

/// <summary>What happens to a line whose bytes are not valid in the listener's encoding.</summary>
public enum MalformedText
{
    /// <summary>Each malformed piece becomes U+FFFD (or the encoding's own replacement), and the line is delivered.
    /// </summary>
    Replace,

    /// <summary>The peer is told so in one line, and its connection is closed as
    /// <see cref="CloseReason.InvalidFrame"/>.</summary>
    Reject,
}
