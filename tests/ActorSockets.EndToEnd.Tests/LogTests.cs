using System.Runtime.InteropServices;
using ActorSockets.EndToEnd.Tests.Peers;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>What the console shows while nothing is wrong.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task At_info_there_are_the_listeners_and_the_end()
    {
        await using var server = await RunningServer.StartAsync();

        var lines = await UseAndStopAsync(server);

        Assert.All(lines, line => Assert.Contains(" INF ", line));
        Assert.Equal(5, lines.Count(line => line.Contains("Listening on 127.0.0.1:")));
        Assert.All(lines, line => Assert.Matches("Listening on|Draining|Stopped", line));
    }

    [Fact]
    public async Task At_debug_connections_come_and_go_and_nothing_is_an_error()
    {
        await using var server = await RunningServer.StartAsync("--set", "akka.loglevel=DEBUG");

        var lines = await UseAndStopAsync(server);

        Assert.DoesNotContain(lines, line => line.Contains(" WRN ") || line.Contains(" ERR "));
        Assert.Equal(3, lines.Count(line => line.Contains(" DBG ") && line.Contains(" opened ")));
        Assert.Equal(3, lines.Count(line => line.Contains(" DBG ") && line.Contains(" closed: ")));
    }

    [Fact]
    public async Task A_handlers_line_has_connection_peer_and_actor()
    {
        await using var server = await RunningServer.StartAsync("--set", "akka.loglevel=DEBUG");
        using var peer = await LinePeer.ConnectAsync(server["hello"]);
        var address = peer.Socket.LocalEndPoint;

        await peer.SayAsync("Hello, server!");

        var line = await server.Run.LineAsync(line => line.Contains("Received message"), "the handler's line");
        var id = line.Split("ConnectionId=")[1].Split(' ')[0];
        Assert.EndsWith($" DBG Received message: Hello, server!\\x0a ConnectionId={id} RemoteAddress={address} "
                        + $"ActorPath=akka://actorsockets/user/sockets/hello/connections/shard-0/{id}", line);
    }

    private static async Task<string[]> UseAndStopAsync(RunningServer server)
    {
        using var greeted = await LinePeer.ConnectAsync(server["hello"]);
        await greeted.SayAsync("hello");
        await greeted.HearAllAsync();
        using var echoed = await LinePeer.ConnectAsync(server["echo"]);
        await echoed.SayAsync("hello");
        await echoed.HearAsync();
        using var chatter = await LinePeer.ConnectAsync(server["chat"]);
        await chatter.HearAsync("welcome");
        await chatter.SayAsync("/quit");
        await chatter.HearAllAsync();

        server.Run.Signal(PosixSignal.SIGTERM);

        var (exitCode, output, errors) = await server.Run.ExitAsync();
        Assert.Equal((0, ""), (exitCode, errors));
        return output.Split('\n');
    }
}
