using System.Net;
using ActorSockets.Framing;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorSockets.Tests.Server;

/// <summary>Servers on loopback sockets.</summary>
public abstract class ServerKit : TestKit
{
    private const string Config = """
        akka.loglevel = DEBUG
        akka.test.single-expect-default = 30s
        akka.test.filter-leeway = 30s
        akka.loggers = ["Akka.TestKit.TestEventListener, Akka.TestKit"]
        akka.coordinated-shutdown.run-by-actor-system-terminate = off
        """;

    protected ServerKit()
        : this("")
    {
    }

    private protected ServerKit(string config)
        : base(config + "\n" + Config)
    {
    }

    /// <summary>Long enough for what must not happen to happen on an idle machine.</summary>
    private protected static TimeSpan AMoment { get; } = TimeSpan.FromMilliseconds(100);

    private protected static ListenerOptions Listener(Props handler, Framer? framer = null) =>
        new("tcp", "127.0.0.1:0", handler) { Framer = framer ?? LineFramer.Utf8 };

    private protected Task<SocketServer> StartAsync(ListenerOptions listener, TimeSpan? drainTimeout = null) =>
        SocketServer.StartAsync(Sys, new SocketServerOptions
        {
            Listeners = [listener],
            DrainTimeout = drainTimeout ?? TimeSpan.FromSeconds(30),
        });

    private protected Task<SocketServer> StartAsync<THandler>(Framer? framer = null)
        where THandler : ConnectionActor, new() =>
        StartAsync(Listener(Props.Create<THandler>(), framer));

    /// <summary>A server whose handlers report to the test.</summary>
    private protected Task<SocketServer> StartReportingAsync<THandler>(
        Func<ListenerOptions, ListenerOptions>? change = null)
        where THandler : ConnectionActor
    {
        var listener = Listener(Props.Create<THandler>(TestActor));
        return StartAsync(change is null ? listener : change(listener));
    }

    private protected static EndPoint EndPointOf(SocketServer server) => server.Listeners[0].EndPoint;
}
