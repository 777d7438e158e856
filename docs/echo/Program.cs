using ActorSockets;
using Akka.Actor;
using Akka.IO;

var system = ActorSystem.Create("echo");
var endPoint = args.Length > 0 ? args[0] : "127.0.0.1:7777";
var listener = new ListenerOptions("tcp", endPoint, Props.Create<Echo>());
var server = await SocketServer.StartAsync(system, new SocketServerOptions { Listeners = [listener] });
Console.WriteLine($"Echo on {server.Listeners[0].EndPoint}");
await system.WhenTerminated;

internal sealed class Echo : ConnectionActor
{
    public Echo() => Receive<ByteString>(Connection.Send);
}
