using System.Text;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.Server.Examples;

/// <summary>Answers the first bytes that it receives with a greeting, and closes. Framer: raw.</summary>
internal sealed class HelloHandler : ConnectionActor
{
    public HelloHandler() => Receive<ByteString>(message =>
    {
        Log.Debug("Received message: {0}", message.ToString(Encoding.UTF8));
        Connection.Send("Hello from server!");
        Connection.Close();
    });
}
