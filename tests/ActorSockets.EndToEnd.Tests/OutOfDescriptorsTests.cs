using System.Diagnostics;
using System.Runtime.InteropServices;
using ActorSockets.EndToEnd.Tests.Peers;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>A server that may open no more files waits, and goes on when it may.</summary>
public sealed class OutOfDescriptorsTests
{
    private const int Limit = 300;
    private const string Pausing = "pauses";

    [Fact]
    public async Task Accepting_pauses_is_said_once_costs_nothing_and_goes_on()
    {
        await using var server = await StartAsync();
        var clients = new List<LinePeer>();
        for (var i = 0; i < Limit; i++)
            clients.Add(await LinePeer.ConnectAsync(server["echo"]));
        await server.Run.LineAsync(line => line.Contains(Pausing), "the news that accepting pauses");

        Assert.InRange(ProcessorTimeOfTwoSeconds(server.Run.Id), TimeSpan.Zero, TimeSpan.FromSeconds(0.5));
        await clients[0].SayAsync("served");
        Assert.Equal("served", await clients[0].HearAsync());

        foreach (var served in clients[..(Limit / 2)])
            served.Dispose();
        await clients[^1].SayAsync("served at last");
        Assert.Equal("served at last", await clients[^1].HearAsync());

        clients.ForEach(client => client.Dispose());
        server.Run.Signal(PosixSignal.SIGTERM);
        var (exitCode, output, _) = await server.Run.ExitAsync();
        Assert.Equal(0, exitCode);
        Assert.Single(output.Split('\n'), line => line.Contains(Pausing));
    }

    // The runtime itself has some 100 files open, more while it starts.
    private static Task<RunningServer> StartAsync() => RunningServer.StartAsync(arguments => ProgramRun.Start(
        "sh",
        ["-c", $"ulimit -n {Limit}; exec \"$@\"", "sh", RunningServer.Executable, .. arguments,
            "--set", "actorsockets.io.accept-backoff=20ms"]));

    /// <summary>A loop that tries without a pause would take all of them: time is what is measured here.</summary>
    private static TimeSpan ProcessorTimeOfTwoSeconds(int id)
    {
        using var process = Process.GetProcessById(id);
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        SpinWait.SpinUntil(() => clock.Elapsed > TimeSpan.FromSeconds(2));
        process.Refresh();
        return process.TotalProcessorTime - before;
    }
}
