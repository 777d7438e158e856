using ActorSockets.Framing;
using Akka.IO;

namespace ActorSockets.Tests.Server;

/// <summary>Counts what another framer encodes.</summary>
internal sealed class CountingFramer(Framer framer) : Framer
{
    private int _encoded;

    public int Encoded
    {
        get => Volatile.Read(ref _encoded);
        set => Volatile.Write(ref _encoded, value);
    }

    public override FrameDecoder CreateDecoder(int maxFrameBytes) => framer.CreateDecoder(maxFrameBytes);

    public override ByteString Encode(object message)
    {
        Interlocked.Increment(ref _encoded);
        return framer.Encode(message);
    }
}
