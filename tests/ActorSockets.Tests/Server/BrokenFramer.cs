using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using ActorSockets.Framing;
using Akka.IO;

namespace ActorSockets.Tests.Server;

/// <summary>Its decoder throws what it must not throw.</summary>
internal sealed class BrokenFramer : Framer
{
    public override FrameDecoder CreateDecoder(int maxFrameBytes) => new BrokenDecoder();

    public override ByteString Encode(object message) => ByteString.Empty;

    private sealed class BrokenDecoder : FrameDecoder
    {
        public override bool TryDecode(ref ReadOnlySequence<byte> input, [NotNullWhen(true)] out object? frame) =>
            throw new InvalidOperationException("A mistake in the decoder");
    }
}
