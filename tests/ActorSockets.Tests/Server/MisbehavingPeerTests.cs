using ActorSockets.Tests.Peers;
using ActorSockets.Tests.Server.Handlers;

namespace ActorSockets.Tests.Server;

/// <summary>What one peer does must not be felt by another. Each test says what became of the one.</summary>
public abstract class MisbehavingPeerTests(string engine) : ServerKit($"actorsockets.io.engine = {engine}")
{
    [Fact]
    public async Task One_that_resets_in_the_middle_of_a_line_is_gone()
    {
        var server = await StartReportingAsync<ObedientHandler>();
        using var witness = await Witness.ConnectAsync(server);

        using var resetting = await ResettingPeer.RunAsync(EndPointOf(server));

        ExpectClosed(CloseReason.PeerReset);
        await witness.ExpectServiceAsync();
    }

    [Fact]
    public async Task One_that_never_sends_keeps_its_connection()
    {
        var server = await StartReportingAsync<ObedientHandler>();
        using var witness = await Witness.ConnectAsync(server);

        using var silent = await Peer.ConnectAsync(EndPointOf(server));

        await witness.ExpectServiceAsync();
        AwaitCondition(() => server.Statistics.Open == 2);
        ExpectNoMsg(AMoment);
    }

    [Fact]
    public async Task One_that_never_reads_is_reset_when_too_much_waits_for_it()
    {
        var server = await StartReportingAsync<ObedientHandler>(o => o with { MaxUnsentBytes = 64 * 1024 });
        using var witness = await Witness.ConnectAsync(server);

        using var deaf = await NeverReadingPeer.ConnectAsync(EndPointOf(server));
        await deaf.SendUntilResetAsync();

        ExpectClosed(CloseReason.PeerTooSlow);
        await witness.ExpectServiceAsync();
    }

    [Fact]
    public async Task One_that_sends_an_overlong_line_is_told_so_and_closed()
    {
        var server = await StartReportingAsync<ObedientHandler>();
        using var witness = await Witness.ConnectAsync(server);

        using var overlong = await OverlongLinePeer.ConnectAsync(EndPointOf(server));
        await overlong.SendAsync(80 * 1024);

        Assert.Equal("error: line longer than 65536 bytes\n", await overlong.ReadToEndAsync());
        ExpectClosed(CloseReason.FrameTooLong);
        await witness.ExpectServiceAsync();
    }

    [Fact]
    public async Task One_that_sends_half_a_character_and_leaves_is_gone()
    {
        var server = await StartReportingAsync<ObedientHandler>();
        using var witness = await Witness.ConnectAsync(server);

        using (var peer = await Peer.ConnectAsync(EndPointOf(server)))
            await peer.SendAsync([(byte)'a', 0xE2, 0x82]);

        ExpectClosed(CloseReason.PeerClosed);
        await witness.ExpectServiceAsync();
    }

    [Fact]
    public async Task One_that_sends_byte_by_byte_is_served_like_any_other()
    {
        var server = await StartReportingAsync<ObedientHandler>();
        using var witness = await Witness.ConnectAsync(server);

        using var slow = await DribblingPeer.ConnectAsync(EndPointOf(server));
        await slow.DribbleAsync("zwölf €\r\n");

        Assert.Equal("zwölf €", await slow.ReadLineAsync());
        await witness.ExpectServiceAsync();
    }

    [Fact]
    public async Task One_that_finishes_sending_gets_its_answers_and_the_end()
    {
        var server = await StartReportingAsync<ObedientHandler>();
        using var witness = await Witness.ConnectAsync(server);

        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        await peer.SendAsync("one\ntwo\n");
        peer.FinishSending();

        Assert.Equal("one\ntwo\n", await peer.ReadToEndAsync());
        ExpectClosed(CloseReason.PeerClosed);
        await witness.ExpectServiceAsync();
    }

    [Fact]
    public async Task One_whose_handler_crashes_is_served_by_the_next_instance()
    {
        var server = await StartReportingAsync<ObedientHandler>();
        using var witness = await Witness.ConnectAsync(server);

        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        await EventFilter.Exception<InvalidOperationException>(contains: "restarted on the same socket")
            .ExpectOneAsync(() => peer.SendAsync("crash\nstill here\n"));

        Assert.Equal("still here", await peer.ReadLineAsync());
        await witness.ExpectServiceAsync();
    }

    [Fact]
    public async Task One_whose_handler_crashes_too_often_is_reset()
    {
        var server = await StartReportingAsync<ObedientHandler>(o => o with { MaxRestarts = 2 });
        using var witness = await Witness.ConnectAsync(server);

        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        await EventFilter.Exception<InvalidOperationException>(contains: "stopped, and the connection reset")
            .ExpectOneAsync(() => peer.SendAsync("crash\ncrash\ncrash\n"));

        await peer.ExpectResetAsync();
        Assert.Equal(CloseReason.HandlerFailed, FishForMessage<CloseReason>(_ => true));
        await witness.ExpectServiceAsync();
    }

    private void ExpectClosed(CloseReason reason)
    {
        Assert.Equal(reason, ExpectMsg<ConnectionClosed>().Reason);
        ExpectMsg(reason);
    }

    /// <summary>A peer that behaves, and is served before and after another one does not.</summary>
    private sealed class Witness(Peer peer) : IDisposable
    {
        public static async Task<Witness> ConnectAsync(SocketServer server)
        {
            var witness = new Witness(await Peer.ConnectAsync(EndPointOf(server)));
            await witness.ExpectServiceAsync();
            return witness;
        }

        public async Task ExpectServiceAsync()
        {
            await peer.SendLineAsync("anybody there?");
            Assert.Equal("anybody there?", await peer.ReadLineAsync());
        }

        public void Dispose() => peer.Dispose();
    }
}
