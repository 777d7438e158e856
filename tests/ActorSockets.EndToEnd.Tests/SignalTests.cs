using System.Runtime.InteropServices;
using ActorSockets.EndToEnd.Tests.Peers;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>How the process ends.</summary>
public sealed class SignalTests
{
    [Theory]
    [InlineData(PosixSignal.SIGTERM)]
    [InlineData(PosixSignal.SIGINT)]
    public async Task A_signal_closes_the_connections_in_order_and_ends_with_0(PosixSignal signal)
    {
        await using var server = await RunningServer.StartAsync();
        using var peer = await LinePeer.ConnectAsync(server["chat"]);
        await peer.HearAsync("welcome");

        server.Run.Signal(signal);

        Assert.Equal("", await peer.HearAllAsync());
        var (exitCode, output, errors) = await server.Run.ExitAsync();
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("Stopped chat: 1 connections closed, 0 aborted", output);
    }

    [Fact]
    public async Task A_drain_ends_at_its_deadline_and_says_how_many_were_aborted()
    {
        await using var server = await StartPatientAsync("1s");
        using var peer = await StallAsync(server);

        server.Run.Signal(PosixSignal.SIGTERM);

        var (exitCode, output, errors) = await server.Run.ExitAsync();
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("Stopped echo: 0 connections closed, 1 aborted", output);
    }

    [Fact]
    public async Task A_drain_longer_than_the_hosts_own_limits_is_waited_for()
    {
        await using var server = await StartPatientAsync("1h");
        using var peer = await StallAsync(server);
        server.Run.Signal(PosixSignal.SIGTERM);
        await server.Run.LineAsync(line => line.Contains("Draining echo"), "the drain");

        peer.Reset();

        var (exitCode, output, errors) = await server.Run.ExitAsync();
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("Stopped echo: 1 connections closed, 0 aborted", output);
    }

    [Fact]
    public async Task A_second_interrupt_ends_the_process_at_once()
    {
        await using var server = await StartPatientAsync("1h");
        using var peer = await StallAsync(server);
        server.Run.Signal(PosixSignal.SIGINT);
        await server.Run.LineAsync(line => line.Contains("Draining echo"), "the drain");

        server.Run.Signal(PosixSignal.SIGINT);

        var (exitCode, output, _) = await server.Run.ExitAsync();
        Assert.Equal(128 + 2, exitCode);
        Assert.DoesNotContain("Stopped echo", output);
    }

    /// <summary>A peer that has sent more than the network holds, and does not read what comes back: its connection
    /// cannot end in order.</summary>
    private static async Task<LinePeer> StallAsync(RunningServer server)
    {
        var peer = await LinePeer.ConnectAsync(server["echo"]);
        await peer.SendAsync(new byte[16 * 1024 * 1024]);
        return peer;
    }

    private static Task<RunningServer> StartPatientAsync(string drainTimeout) => RunningServer.StartAsync(
    [
        "--set", $"actorsockets.server.drain-timeout={drainTimeout}",
        .. RunningServer.Set("echo", "close-timeout", "1h"),
        .. RunningServer.Set("echo", "max-unsent-bytes", "1GiB"),
    ]);
}
