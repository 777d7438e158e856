using ActorSockets.Configuration;
using ActorSockets.IO.Engine;

namespace ActorSockets.IO;

/// <summary>The section <c>actorsockets.io.udp</c>: what holds for every UDP socket.</summary>
internal sealed record DatagramSettings(int ReceiveBatch, int MaxDatagramBytes, int MaxUnsentBytes)
{
    private const int MaxBatch = 1024;

    public static DatagramSettings From(Section io)
    {
        const string batch = "udp.receive-batch";
        var receiveBatch = io.Count(batch, 1);
        return new DatagramSettings(
            receiveBatch <= MaxBatch ? receiveBatch : throw io.Wrong(batch, $"a whole number from 1 to {MaxBatch}"),
            Math.Min(io.Bytes("udp.max-datagram-bytes"), DatagramBuffers.MaxPayload),
            io.Bytes("udp.max-unsent-bytes"));
    }
}
