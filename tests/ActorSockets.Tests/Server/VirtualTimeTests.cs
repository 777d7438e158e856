using ActorSockets.Tests.Peers;
using ActorSockets.Tests.Server.Handlers;
using Akka.TestKit;

namespace ActorSockets.Tests.Server;

/// <summary>Every deadline is the actor system's scheduler's: a test moves it.</summary>
public class VirtualTimeTests() : ServerKit(
    """akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
{
    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public async Task A_drain_ends_at_its_deadline_and_not_before()
    {
        var server = await StartReportingAsync<PersistentHandler>();
        using var peer = await Peer.ConnectAsync(EndPointOf(server));
        AwaitCondition(() => server.Statistics.Open == 1);

        var stopped = server.StopAsync(TimeSpan.FromHours(1));
        Assert.Equal(Time.Now + TimeSpan.FromHours(1), ExpectMsg<Draining>().Deadline);
        Time.Advance(TimeSpan.FromMinutes(59));
        ExpectNoMsg(AMoment);
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(CloseReason.DrainTimedOut, ExpectMsg<ConnectionClosed>().Reason);
        Assert.Equal(new DrainReport(0, 1), await stopped);
    }

    [Fact]
    public async Task A_peer_that_does_not_read_has_a_closing_connection_reset_when_the_time_is_over()
    {
        var server = await StartReportingAsync<ObedientHandler>(
            o => o with { MaxUnsentBytes = 64 * 1024 * 1024, CloseTimeout = TimeSpan.FromHours(1) });
        using var deaf = await NeverReadingPeer.ConnectAsync(EndPointOf(server));
        await deaf.SendLineAsync("hello");
        AwaitCondition(() => server.Statistics.Open == 1);
        server.Send(To.All, new string('x', 32 * 1024 * 1024));

        await deaf.SendLineAsync("close");
        ExpectNoMsg(AMoment);
        Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(CloseReason.ClosedByHandler, ExpectMsg<ConnectionClosed>().Reason);
    }
}
