using System.Net;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.IO;

namespace ActorSockets.Benchmarks.Echo.Servers;

/// <summary>
/// An ordinary actor for each connection: what it gets as <c>Tcp.Received</c> it answers as <c>Tcp.Write</c>.
/// </summary>
internal sealed class ActorEcho(string engine, bool onIoThread, CertificateSource? certificate = null) : IEchoServer
{
    public async Task<int> StartAsync()
    {
        var system = ActorSystem.Create("echo", ConfigurationFactory.ParseString($$"""
            akka.loglevel = WARNING
            akka.stdout-loglevel = WARNING
            actorsockets.io.engine = {{engine}}
            """));
        var port = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        system.ActorOf(Props.Create(() => new Listener(port, onIoThread, certificate)), "listener");
        return await port.Task;
    }

    private sealed class Listener(
        TaskCompletionSource<int> port, bool onIoThread, CertificateSource? certificate) : UntypedActor
    {
        private IEnumerable<Inet.SocketOption> Options => certificate is null ? [] : [new TlsServerOption(certificate)];

        protected override void PreStart() =>
            SocketIO.For(Context.System).Tcp.Tell(
                new Tcp.Bind(Self, new IPEndPoint(IPAddress.Loopback, 0), backlog: 1024, options: Options));

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Tcp.Bound bound:
                    port.SetResult(((IPEndPoint)bound.LocalAddress).Port);
                    break;
                case Tcp.CommandFailed failed:
                    port.SetException(new InvalidOperationException(failed.ToString()));
                    break;
                case Tcp.Connected:
                    Serve(Sender);
                    break;
                default:
                    Unhandled(message);
                    break;
            }
        }

        private void Serve(IActorRef connection)
        {
            var dispatcher = onIoThread ? SocketIO.DispatcherOf(connection) : Dispatchers.DefaultDispatcherId;
            var handler = Context.ActorOf(Props.Create(() => new Handler(connection)).WithDispatcher(dispatcher));
            connection.Tell(new Tcp.Register(handler));
        }
    }

    private sealed class Handler(IActorRef connection) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Tcp.Received received:
                    connection.Tell(Tcp.Write.Create(received.Data));
                    break;
                case Tcp.ConnectionClosed:
                    Context.Stop(Self);
                    break;
                default:
                    Unhandled(message);
                    break;
            }
        }
    }
}
