using System.Buffers;
using ActorSockets.Framing;

namespace ActorSockets.Tests.Framing;

/// <summary>Feeds a decoder as a connection does: piece by piece, unread bytes first.</summary>
internal static class Framed
{
    /// <summary>The frames in the pieces, and how many bytes are left of no frame.</summary>
    public static (List<object> Frames, int Left) Decode(FrameDecoder decoder, IEnumerable<byte[]> pieces)
    {
        var frames = new List<object>();
        byte[] unread = [];
        foreach (var piece in pieces)
        {
            unread = [.. unread, .. piece];
            var input = new ReadOnlySequence<byte>(unread);
            while (!input.IsEmpty && decoder.TryDecode(ref input, out var frame))
                frames.Add(frame);
            unread = input.ToArray();
        }

        return (frames, unread.Length);
    }

    /// <summary>The same bytes, cut at the given places.</summary>
    public static IEnumerable<byte[]> Cut(byte[] bytes, params int[] places)
    {
        var from = 0;
        foreach (var place in places.Where(place => place >= 0 && place < bytes.Length).Distinct().Order())
        {
            yield return bytes[from..place];
            from = place;
        }

        yield return bytes[from..];
    }

    /// <summary>Byte by byte.</summary>
    public static IEnumerable<byte[]> Drip(byte[] bytes) => bytes.Select(b => new[] { b });

    /// <summary>A sequence of one segment per piece.</summary>
    public static ReadOnlySequence<byte> InSegments(IEnumerable<byte[]> pieces)
    {
        Segment? first = null, last = null;
        foreach (var piece in pieces)
        {
            last = last is null ? new Segment(piece) : last.Append(piece);
            first ??= last;
        }

        return first is null ? ReadOnlySequence<byte>.Empty : new(first, 0, last!, last!.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes) => Memory = bytes;

        public Segment Append(byte[] bytes)
        {
            var next = new Segment(bytes) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
