using ActorSockets.Framing;
using ActorSockets.Tests.Peers;
using ActorSockets.Tests.Server.Handlers;
using Akka.Actor;

namespace ActorSockets.Tests.Server;

public class RoutingTests : ServerKit
{
    [Fact]
    public async Task A_message_to_the_others_reaches_all_but_the_sender()
    {
        var server = await StartAsync<RoutingHandler>();
        using var a = await PeerAsync(server);
        using var b = await PeerAsync(server);
        using var c = await PeerAsync(server);

        await a.SendLineAsync("others hello");

        Assert.Equal("hello", await b.ReadLineAsync());
        Assert.Equal("hello", await c.ReadLineAsync());
        await a.ExpectNothingBeforeEchoAsync();
    }

    [Fact]
    public async Task A_message_to_all_reaches_the_sender_too()
    {
        var server = await StartAsync<RoutingHandler>();
        using var a = await PeerAsync(server);
        using var b = await PeerAsync(server);

        await a.SendLineAsync("all hello");

        Assert.Equal("hello", await a.ReadLineAsync());
        Assert.Equal("hello", await b.ReadLineAsync());
    }

    [Fact]
    public async Task A_message_to_one_reaches_that_one()
    {
        var server = await StartAsync<RoutingHandler>();
        using var a = await PeerAsync(server);
        using var b = await PeerAsync(server);

        await a.SendLineAsync($"{b.Id} hello");

        Assert.Equal("hello", await b.ReadLineAsync());
        await a.ExpectNothingBeforeEchoAsync();
    }

    [Fact]
    public async Task Connections_can_be_left_out()
    {
        var server = await StartAsync<RoutingHandler>();
        using var a = await PeerAsync(server);
        using var b = await PeerAsync(server);
        using var c = await PeerAsync(server);

        server.Send(To.All.Except(a.Id).Except(c.Id), "hello");

        Assert.Equal("hello", await b.ReadLineAsync());
        await a.ExpectNothingBeforeEchoAsync();
        await c.ExpectNothingBeforeEchoAsync();
    }

    [Fact]
    public async Task What_is_told_reaches_the_handlers_and_names_the_teller()
    {
        var server = await StartAsync<RoutingHandler>();
        using var a = await PeerAsync(server);
        using var b = await PeerAsync(server);

        await a.SendLineAsync("tell");

        Assert.Equal($"told by {a.Id}", await b.ReadLineAsync());
    }

    [Fact]
    public async Task Code_outside_any_actor_sends_and_tells()
    {
        var server = await StartAsync<RoutingHandler>();
        using var a = await PeerAsync(server);

        server.Send(To.Others, "sent");
        server.Tell(To.Connection(a.Id), new RoutingHandler.Question(), TestActor);

        Assert.Equal("sent", await a.ReadLineAsync());
        ExpectMsg(a.Id);
    }

    [Fact]
    public async Task What_goes_to_nobody_is_counted()
    {
        var server = await StartAsync<RoutingHandler>();
        var nobody = new ConnectionId(1, 1);

        server.Send(To.Connection(nobody), "hello");
        server.Tell(To.Connection(nobody), "hello");

        Assert.Equal(2, server.Statistics.Unrouted);
    }

    [Fact]
    public async Task A_connection_that_is_gone_is_not_found_any_more()
    {
        var server = await StartAsync<RoutingHandler>();
        var gone = await PeerAsync(server);
        gone.Dispose();
        AwaitCondition(() => server.Statistics.Open == 0);

        server.Send(To.Connection(gone.Id), "hello");

        Assert.Equal(1, server.Statistics.Unrouted);
    }

    [Fact]
    public async Task Each_server_has_its_own_connections()
    {
        var one = await StartAsync<RoutingHandler>();
        var other = await SocketServer.StartAsync(Sys, new SocketServerOptions
        {
            Name = "other",
            Listeners = [Listener(Props.Create<RoutingHandler>())],
        });
        using var a = await PeerAsync(one);
        using var b = await PeerAsync(other);

        one.Send(To.All, "hello");

        Assert.Equal("hello", await a.ReadLineAsync());
        await b.ExpectNothingBeforeEchoAsync();
    }

    [Fact]
    public async Task A_message_is_encoded_once_for_each_framer()
    {
        var lines = new CountingFramer(LineFramer.Utf8);
        var others = new CountingFramer(new LineFramer { NewLine = "\r\n" });
        var server = await SocketServer.StartAsync(Sys, new SocketServerOptions
        {
            Listeners =
            [
                Listener(Props.Create<RoutingHandler>(), lines) with { Name = "a" },
                Listener(Props.Create<RoutingHandler>(), others) with { Name = "b" },
            ],
        });
        var peers = new List<RoutedPeer>();
        for (var i = 0; i < 6; i++)
            peers.Add(await RoutedPeer.ConnectAsync(server.Listeners[i % 2].EndPoint));
        (lines.Encoded, others.Encoded) = (0, 0);

        server.Send(To.All, "hello");

        foreach (var peer in peers)
            Assert.StartsWith("hello", await peer.ReadLineAsync());
        Assert.Equal((1, 1), (lines.Encoded, others.Encoded));
        peers.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task What_one_sender_sends_by_different_ways_arrives_in_order()
    {
        var server = await StartAsync<RoutingHandler>();
        using var a = await PeerAsync(server);
        using var b = await PeerAsync(server);

        for (var i = 0; i < 100; i++)
        {
            server.Send(To.All, $"{3 * i}");
            server.Send(To.Connection(b.Id), $"{3 * i + 1}");
            server.Send(To.All.Except(a.Id), $"{3 * i + 2}");
        }

        for (var i = 0; i < 300; i++)
            Assert.Equal($"{i}", await b.ReadLineAsync());
    }

    private static Task<RoutedPeer> PeerAsync(SocketServer server) => RoutedPeer.ConnectAsync(EndPointOf(server));
}
