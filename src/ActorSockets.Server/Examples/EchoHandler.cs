using Akka.IO;

namespace ActorSockets.Server.Examples;

/// <summary>Sends back what it receives. Framer: raw.</summary>
internal sealed class EchoHandler : ConnectionActor
{
    public EchoHandler() => Receive<ByteString>(Connection.Send);
}
