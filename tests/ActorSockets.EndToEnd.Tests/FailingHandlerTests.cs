using ActorSockets.EndToEnd.Tests.Peers;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>A handler that throws.</summary>
public sealed class FailingHandlerTests
{
    [Fact]
    public async Task A_failure_restarts_the_handler_on_its_socket_and_nobody_else_notices()
    {
        await using var server = await RunningServer.StartExampleAsync("count");
        using var other = await CountingPeerAsync(server);
        using var peer = await CountingPeerAsync(server);

        await peer.SayAsync("fail\nagain");

        Assert.Equal("1 again", await peer.HearAsync());
        await server.Run.LineAsync(line => line.Contains(" ERR ") && line.Contains("restarted"), "the decision");
        await other.SayAsync("still here");
        Assert.Equal("2 still here", await other.HearAsync());
    }

    [Fact]
    public async Task A_failure_too_many_resets_the_connection_and_nobody_else_notices()
    {
        await using var server = await RunningServer.StartExampleAsync("count");
        using var other = await CountingPeerAsync(server);
        using var peer = await CountingPeerAsync(server);

        await peer.SayAsync("fail\nfail\nagain");

        await Assert.ThrowsAnyAsync<IOException>(peer.HearAllAsync);
        await server.Run.LineAsync(line => line.Contains(" ERR ") && line.Contains("stopped"), "the decision");
        await other.SayAsync("still here");
        Assert.Equal("2 still here", await other.HearAsync());
    }

    private static async Task<LinePeer> CountingPeerAsync(RunningServer server)
    {
        var peer = await LinePeer.ConnectAsync(server["count"]);
        await peer.SayAsync("hello");
        Assert.Equal("1 hello", await peer.HearAsync());
        return peer;
    }
}
