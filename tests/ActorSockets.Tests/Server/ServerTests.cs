using System.Net;
using System.Net.Sockets;
using ActorSockets.Server;
using ActorSockets.Tests.Peers;
using ActorSockets.Tests.Server.Handlers;
using Akka.Actor;
using Akka.Configuration;

namespace ActorSockets.Tests.Server;

public class ServerTests : ServerKit
{
    private static readonly Props Echo = Props.Create<EchoHandler>();

    [Fact]
    public async Task Serves_on_every_listener_with_its_real_address()
    {
        var server = await SocketServer.StartAsync(Sys, new SocketServerOptions
        {
            Name = "two",
            Listeners = [Listener(Echo) with { Name = "a" }, Listener(Echo) with { Name = "b" }],
        });

        Assert.Equal(["a", "b"], server.Listeners.Select(listener => listener.Name));
        foreach (var listener in server.Listeners)
        {
            Assert.NotEqual(0, ((IPEndPoint)listener.EndPoint).Port);
            using var peer = await Peer.ConnectAsync(listener.EndPoint);
            await peer.SendLineAsync("hello");
            Assert.Equal("hello", await peer.ReadLineAsync());
        }
    }

    [Fact]
    public async Task Logs_a_line_for_each_listener()
    {
        await EventFilter.Info(contains: "Listening on 127.0.0.1:").ExpectOneAsync(
            async () => await StartAsync<EchoHandler>());
    }

    [Fact]
    public async Task Listens_on_a_name()
    {
        var server = await StartAsync(new ListenerOptions("tcp", "localhost:0", Echo));

        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)EndPointOf(server)).Address);
    }

    [Fact]
    public async Task A_port_in_use_is_told_with_listener_address_and_cause_and_nothing_is_left()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        var options = new SocketServerOptions
        {
            Name = "chat",
            Listeners = [Listener(Echo) with { Name = "free" }, new("taken", taken.LocalEndPoint!, Echo)],
        };

        var thrown = await Assert.ThrowsAsync<BindFailedException>(() => SocketServer.StartAsync(Sys, options));

        Assert.Equal($"Listener chat/taken cannot listen on {taken.LocalEndPoint}: address in use.", thrown.Message);
        taken.Dispose();
        var second = await SocketServer.StartAsync(Sys, options);
        Assert.Equal(2, second.Listeners.Count);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_told_as_such()
    {
        var listener = new ListenerOptions("tcp", "192.0.2.1:7777", Echo);

        var thrown = await Assert.ThrowsAsync<BindFailedException>(() => StartAsync(listener));

        Assert.EndsWith("cannot listen on 192.0.2.1:7777: not an address of this machine.", thrown.Message);
    }

    [Fact]
    public void A_port_without_permission_is_told_as_such() =>
        Assert.Equal("permission denied", SocketFailures.Describe(new SocketException((int)SocketError.AccessDenied)));

    [Fact]
    public async Task A_name_that_is_not_known_is_told_as_such()
    {
        var listener = new ListenerOptions("tcp", "no-such-host.invalid:7777", Echo);

        var thrown = await Assert.ThrowsAsync<BindFailedException>(() => StartAsync(listener));

        Assert.Contains("no-such-host.invalid:7777", thrown.Message);
    }

    [Fact]
    public async Task Two_servers_of_one_name_are_refused()
    {
        await StartAsync<EchoHandler>();

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<EchoHandler>());

        Assert.Contains("'server' is running", thrown.Message);
    }

    public static TheoryData<SocketServerOptions, string> WrongOptions => new()
    {
        { new(), "actorsockets.servers.server.listeners = 0 is not at least one listener." },
        {
            new() { Name = "a/b" },
            "actorsockets.servers.a/b.name = a/b is not a name for an actor, and not 'clients'."
        },
        {
            new() { Listeners = [Listener(Echo), Listener(Echo)] },
            "actorsockets.servers.server.listeners: two listeners are named 'tcp'."
        },
        {
            new() { Listeners = [Listener(Props.Empty)] },
            "actorsockets.servers.server.listeners.tcp.handler = "
            + $"{Props.Empty.Type} is not Props of a class that derives from ConnectionActor."
        },
        {
            new() { Listeners = [Listener(Echo) with { MaxFrameBytes = 0 }] },
            "actorsockets.servers.server.listeners.tcp.max-frame-bytes = 0 is not at least 1."
        },
        {
            new() { Listeners = [Listener(Echo) with { HandlerDispatcher = "no-such" }] },
            "actorsockets.servers.server.listeners.tcp.handler-dispatcher = no-such is not "
            + "a dispatcher of this actor system."
        },
    };

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public async Task Options_that_make_no_sense_are_refused(SocketServerOptions options, string message)
    {
        var thrown = await Assert.ThrowsAsync<ConfigurationException>(() => SocketServer.StartAsync(Sys, options));

        Assert.Equal(message, thrown.Message);
    }

    [Fact]
    public async Task Each_connection_has_an_actor_under_its_server_on_its_sockets_thread()
    {
        var server = await StartAsync<WhereHandler>();

        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        await peer.SendLineAsync("where?");

        var answer = await peer.ReadLineAsync();
        Assert.Matches(
            @"^/user/sockets/server/connections/shard-\d/[0-9a-f]{16}-\d+ on actorsockets-io-thread-\d", answer);
    }

    [Fact]
    public async Task A_handler_can_be_put_on_another_dispatcher()
    {
        const string other = "akka.actor.default-dispatcher";
        var server = await StartAsync(Listener(Props.Create<WhereHandler>()) with { HandlerDispatcher = other });

        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        await peer.SendLineAsync("where?");

        Assert.EndsWith($" on {other}", await peer.ReadLineAsync());
    }

    [Fact]
    public async Task What_a_handler_sends_at_its_start_is_the_first_that_the_peer_gets()
    {
        var server = await StartAsync(Listener(Props.Create<GreetingHandler>()) with
        {
            HandlerDispatcher = "akka.actor.default-dispatcher",
        });

        await EventFilter.Warning().ExpectAsync(0, AMoment, async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                using var peer = await Peer.ConnectAsync(EndPointOf(server));
                Assert.Equal("constructed", await peer.ReadLineAsync());
                Assert.Equal("started", await peer.ReadLineAsync());
            }
        });
    }

    [Fact]
    public async Task A_killed_supervisor_disturbs_no_connection()
    {
        var server = await StartAsync<EchoHandler>();
        using var before = await Peer.ConnectAsync(EndPointOf(server));
        await before.SendLineAsync("before");
        await before.ReadLineAsync();

        foreach (var path in new[] { "", "/listener-0", "/connections", "/connections/*" })
            Sys.ActorSelection("/user/sockets/server" + path).Tell(Kill.Instance);

        using var after = await Peer.ConnectAsync(EndPointOf(server));
        await before.SendLineAsync("still there");
        await after.SendLineAsync("there");
        Assert.Equal("still there", await before.ReadLineAsync());
        Assert.Equal("there", await after.ReadLineAsync());
    }

    [Fact]
    public async Task The_statistics_say_what_happened()
    {
        var server = await StartAsync<EchoHandler>();

        using (var peer = await Peer.ConnectAsync(EndPointOf(server)))
        {
            await peer.SendLineAsync("hello");
            await peer.ReadLineAsync();
            Assert.Equal(1, server.Statistics.Open);
        }

        AwaitCondition(() => server.Statistics.Open == 0);
        Assert.Equal(1, server.Statistics.Accepted);
        Assert.Equal(1, server.Statistics.Closed[CloseReason.PeerClosed]);
    }

    private sealed class GreetingHandler : ConnectionActor
    {
        public GreetingHandler() => Connection.Send("constructed");

        protected override void PreStart() => Connection.Send("started");
    }

    private sealed class WhereHandler : ConnectionActor
    {
        public WhereHandler() => Receive<string>(_ =>
            Connection.Send($"{Self.Path.ToStringWithoutAddress()} on {Context.Dispatcher.Id}"));
    }
}
