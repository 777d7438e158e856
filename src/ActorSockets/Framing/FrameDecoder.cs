using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace ActorSockets.Framing;

/// <summary>Finds the frames in the bytes of one connection. Called by one thread at a time.</summary>
public abstract class FrameDecoder
{
    /// <summary>Takes the first frame off the front of the unread bytes.</summary>
    /// <param name="input">All bytes that belong to no frame yet; never empty. When a frame is found, the start moves
    /// behind it; otherwise it stays, and the next call sees the same bytes and more. The memory is valid during the
    /// call only: what the frame keeps, it must copy.</param>
    /// <param name="frame">The frame, decoded to the type that the handler receives.</param>
    /// <returns>False when the bytes end within a frame.</returns>
    /// <exception cref="FrameException">The bytes can never become a frame; the connection will be closed.</exception>
    public abstract bool TryDecode(ref ReadOnlySequence<byte> input, [NotNullWhen(true)] out object? frame);

    /// <summary>Whether each read is a frame as it is, so that nothing need be looked at or copied.</summary>
    internal virtual bool TakesReadsWhole => false;
}
