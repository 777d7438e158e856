using System.Net.Sockets;
using ActorSockets.Tests.Peers;
using ActorSockets.Tests.Server.Handlers;
using Akka.Actor;

namespace ActorSockets.Tests.Server;

public class DrainTests : ServerKit
{
    [Fact]
    public async Task A_server_without_connections_stops_at_once_and_gives_its_port_and_name_back()
    {
        var server = await StartAsync<EchoHandler>();

        Assert.Equal(new DrainReport(0, 0), await server.StopAsync());

        var again = await StartAsync(Listener(Props.Create<EchoHandler>()) with { EndPoint = EndPointOf(server) });
        Assert.Equal(EndPointOf(server), EndPointOf(again));
    }

    [Fact]
    public async Task Connections_are_closed_when_what_they_had_to_send_is_sent()
    {
        var server = await StartReportingAsync<ObedientHandler>();
        using var peer = await ServedPeerAsync(server);

        var report = await server.StopAsync();

        Assert.Equal(new DrainReport(1, 0), report);
        Assert.Equal("", await peer.ReadToEndAsync());
        Assert.Equal(CloseReason.Drained, ExpectMsg<ConnectionClosed>().Reason);
    }

    [Fact]
    public async Task A_handler_that_wants_to_goes_on_until_it_is_done()
    {
        var server = await StartReportingAsync<PersistentHandler>();
        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        AwaitCondition(() => server.Statistics.Open == 1);

        var stopped = server.StopAsync();
        ExpectMsg<Draining>();
        ExpectNoMsg(AMoment);
        Assert.False(stopped.IsCompleted);
        await peer.SendLineAsync("done");

        Assert.Equal(new DrainReport(1, 0), await stopped);
        Assert.Equal(CloseReason.Drained, ExpectMsg<ConnectionClosed>().Reason);
    }

    [Fact]
    public async Task What_is_open_at_the_deadline_is_aborted()
    {
        var server = await StartReportingAsync<PersistentHandler>();
        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        AwaitCondition(() => server.Statistics.Open == 1);

        var report = await server.StopAsync(TimeSpan.FromMilliseconds(200));

        Assert.Equal(new DrainReport(0, 1), report);
        await peer.ExpectResetAsync();
        ExpectMsg<Draining>();
        Assert.Equal(CloseReason.DrainTimedOut, ExpectMsg<ConnectionClosed>().Reason);
    }

    [Fact]
    public async Task Stopping_again_with_no_time_aborts_what_is_left()
    {
        var server = await StartReportingAsync<PersistentHandler>();
        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        AwaitCondition(() => server.Statistics.Open == 1);

        var first = server.StopAsync();
        ExpectMsg<Draining>();
        var second = server.StopAsync(TimeSpan.Zero);

        Assert.Equal(new DrainReport(0, 1), await first);
        Assert.Same(first, second);
    }

    [Fact]
    public async Task Nobody_is_let_in_while_the_server_drains()
    {
        var server = await StartReportingAsync<PersistentHandler>();
        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        AwaitCondition(() => server.Statistics.Open == 1);
        var stopped = server.StopAsync();
        ExpectMsg<Draining>();

        await AwaitAssertAsync(() => Assert.ThrowsAsync<SocketException>(async () =>
        {
            using var late = await Peer.ConnectAsync(EndPointOf(server));
            await late.ReadToEndAsync();
        }));

        await server.StopAsync(TimeSpan.Zero);
        Assert.Equal(new DrainReport(0, 1), await stopped);
    }

    [Fact]
    public async Task A_coordinated_shutdown_drains()
    {
        var server = await StartReportingAsync<ObedientHandler>();
        using var peer = await ServedPeerAsync(server);

        await CoordinatedShutdown.Get(Sys).Run(CoordinatedShutdown.ClrExitReason.Instance);

        Assert.Equal("", await peer.ReadToEndAsync());
        Assert.Equal(new DrainReport(1, 0), await server.StopAsync());
        Assert.Equal(1, server.Statistics.Closed[CloseReason.Drained]);
    }

    [Fact]
    public async Task A_coordinated_shutdown_aborts_what_its_phase_has_no_time_for()
    {
        var server = await StartReportingAsync<PersistentHandler>();
        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        AwaitCondition(() => server.Statistics.Open == 1);

        await CoordinatedShutdown.Get(Sys).Run(CoordinatedShutdown.ClrExitReason.Instance);

        await peer.ExpectResetAsync();
        Assert.Equal(new DrainReport(0, 1), await server.StopAsync());
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_does_not_block_those_who_stop_the_server()
    {
        using var release = new ManualResetEventSlim();
        var server = await StartAsync(Listener(Props.Create(() => new BlockingHandler(release, TestActor))) with
        {
            HandlerDispatcher = "akka.actor.default-dispatcher",
        });
        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        await peer.SendLineAsync("block");
        ExpectMsg("blocking");

        var report = await server.StopAsync(TimeSpan.FromMilliseconds(100));
        release.Set();

        Assert.Equal(new DrainReport(0, 1), report);
    }

    [Fact]
    public async Task Disposing_stops()
    {
        var server = await StartReportingAsync<ObedientHandler>();
        using var peer = await ServedPeerAsync(server);

        await server.DisposeAsync();

        Assert.Equal("", await peer.ReadToEndAsync());
    }

    private static async Task<Peer> ServedPeerAsync(SocketServer server)
    {
        var peer = await Peer.ConnectAsync(EndPointOf(server));
        await peer.SendLineAsync("hello");
        Assert.Equal("hello", await peer.ReadLineAsync());
        return peer;
    }

    private sealed class BlockingHandler : ConnectionActor
    {
        public BlockingHandler(ManualResetEventSlim release, IActorRef test) => Receive<string>(_ =>
        {
            test.Tell("blocking");
            release.Wait(TimeSpan.FromMinutes(1));
        });
    }
}
