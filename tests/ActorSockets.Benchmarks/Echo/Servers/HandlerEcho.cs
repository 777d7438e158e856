using System.Net;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;

namespace ActorSockets.Benchmarks.Echo.Servers;

/// <summary>A <see cref="SocketServer"/>: each read is a frame, and a message in the mailbox of its connection's actor.
/// </summary>
internal sealed class HandlerEcho(CertificateSource? certificate = null) : IEchoServer
{
    public async Task<int> StartAsync()
    {
        var system = ActorSystem.Create("echo", ConfigurationFactory.ParseString("""
            akka.loglevel = WARNING
            akka.stdout-loglevel = WARNING
            """));
        var server = await SocketServer.StartAsync(system, new SocketServerOptions
        {
            Listeners =
            [
                new("tcp", "127.0.0.1:0", Props.Create<Handler>())
                {
                    Tls = certificate is null ? null : new TlsServerOption(certificate),
                },
            ],
        });
        return ((IPEndPoint)server.Listeners[0].EndPoint).Port;
    }

    private sealed class Handler : ConnectionActor
    {
        public Handler() => Receive<ByteString>(bytes => Connection.Send(bytes));
    }
}
