using Akka.IO;

namespace ActorSockets.Framing;

/// <summary>Cuts what a peer sends into frames, and turns what a handler sends into bytes.</summary>
/// <remarks>
/// A framer is immutable and serves all connections of a listener at once. What it must remember between two reads of
/// one connection lives in that connection's <see cref="FrameDecoder"/>.
/// </remarks>
public abstract class Framer
{
    /// <summary>Creates the decoder of one connection.</summary>
    /// <param name="maxFrameBytes">The largest frame, in bytes without delimiter or header; at least 1. A larger one
    /// must end in <see cref="FrameException.TooLong"/>, as soon as it is known to be larger.</param>
    public abstract FrameDecoder CreateDecoder(int maxFrameBytes);

    /// <summary>Encodes one message. Several threads may call this at once.</summary>
    /// <param name="message">What a handler, a route, or code outside any actor sends.</param>
    /// <exception cref="ArgumentException">The framer has no encoding for messages of this type.</exception>
    public abstract ByteString Encode(object message);

    /// <summary>The exception for a message that <see cref="Encode"/> does not know.</summary>
    /// <param name="message">The message.</param>
    /// <param name="known">The types that can be sent, in words.</param>
    protected ArgumentException CannotEncode(object message, string known) =>
        new($"{GetType().Name} cannot send a {message?.GetType().Name ?? "null"}: it sends {known}.", nameof(message));
}
