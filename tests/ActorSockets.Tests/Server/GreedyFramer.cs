using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using ActorSockets.Framing;
using Akka.IO;

namespace ActorSockets.Tests.Server;

/// <summary>Its decoder never has enough.</summary>
internal sealed class GreedyFramer : Framer
{
    public override FrameDecoder CreateDecoder(int maxFrameBytes) => new GreedyDecoder();

    public override ByteString Encode(object message) => ByteString.Empty;

    private sealed class GreedyDecoder : FrameDecoder
    {
        public override bool TryDecode(ref ReadOnlySequence<byte> input, [NotNullWhen(true)] out object? frame)
        {
            frame = null;
            return false;
        }
    }
}
