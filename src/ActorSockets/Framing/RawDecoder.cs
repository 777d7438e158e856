using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Akka.IO;

namespace ActorSockets.Framing;

/// <summary>The decoder of <see cref="RawFramer"/>: whatever is there is a frame.</summary>
internal sealed class RawDecoder : FrameDecoder
{
    public static RawDecoder Instance { get; } = new();

    internal override bool TakesReadsWhole => true;

    public override bool TryDecode(ref ReadOnlySequence<byte> input, [NotNullWhen(true)] out object? frame)
    {
        frame = ByteString.FromBytes(input.ToArray());
        input = input.Slice(input.End);
        return true;
    }
}
