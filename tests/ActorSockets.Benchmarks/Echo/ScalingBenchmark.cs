namespace ActorSockets.Benchmarks.Echo;

/// <summary>
/// One core against two. Where there are only two, the load has to share them with the server, and rates say nothing.
/// What is compared is what the server could serve with its cores to itself: one over the processor time for a message,
/// and on two cores that of the busier thread, as it would be full first.
/// </summary>
internal static class ScalingBenchmark
{
    private static readonly ServerKind Kind = ServerKind.All.First(kind => kind.Name == "actors");

    public static async Task RunAsync(LoadGenerator load, bool quick)
    {
        if (!Pinning.IsPossible)
        {
            return;
        }

        using var one = await ServerProcess.StartAsync(Kind, null);
        using var two = await ServerProcess.StartAsync(Kind, null, Pinning.BothCores);
        var table = new MarkdownTable(
            "load", "CPU µs/message on one", "on two", "busier thread's share", "capacity of two over one", "spread");
        foreach (var echoCase in EchoCase.All)
        {
            await AddAsync(table, echoCase, load, one, two, quick);
        }

        Console.WriteLine();
        Console.WriteLine($"### {Kind.Title}: two cores against one");
        Console.WriteLine();
        Console.WriteLine(table);
    }

    private static async Task AddAsync(
        MarkdownTable table, EchoCase echoCase, LoadGenerator load, ServerProcess one, ServerProcess two, bool quick)
    {
        var (rounds, first, seconds) = quick ? (3, 1.0, 0.8) : (8, 4.0, 2.0);
        await load.RunAsync(one, echoCase, first, 0.1);
        await load.RunAsync(two, echoCase, first, 0.1, Pinning.BothCores);
        var (onOne, onTwo, shares) = (new EchoResult(), new EchoResult(), new Series());
        for (var round = 0; round < rounds; round++)
        {
            onOne.Add(await load.RunAsync(one, echoCase, 0.3, seconds));
            var before = ThreadTimes.Of(two.Id);
            onTwo.Add(await load.RunAsync(two, echoCase, 0.3, seconds, Pinning.BothCores));
            shares.Add(ThreadTimes.LargestShare(before, ThreadTimes.Of(two.Id)));
        }

        var capacity = Series.Of(onOne.Reports.Zip(onTwo.Reports, shares.Values).Select(round =>
            round.First.ServerMicroseconds / (round.Second.ServerMicroseconds * round.Third)));
        table.Add(
            echoCase.ToString(),
            onOne.Of(report => report.ServerMicroseconds).ToString(),
            onTwo.Of(report => report.ServerMicroseconds).ToString(),
            $"{shares.Median * 100:0} %",
            capacity.ToString(),
            capacity.Spread());
    }
}
