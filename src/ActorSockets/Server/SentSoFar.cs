using Akka.IO;

namespace ActorSockets.Server;

/// <summary>The acknowledgement of a write: by the socket, to the connection, when all bytes up to here are with the
/// operating system.</summary>
internal sealed class SentSoFar(long bytes) : Tcp.Event
{
    public long Bytes { get; } = bytes;
}
