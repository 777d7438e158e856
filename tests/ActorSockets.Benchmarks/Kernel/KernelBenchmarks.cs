namespace ActorSockets.Benchmarks.Kernel;

/// <summary>All figures of the kernel, each beside its reference.</summary>
internal static class KernelBenchmarks
{
    private static readonly KernelBenchmark[] All =
    [
        new PingPong("ping-pong, one pair", 3.0e6, pairs: 1, balls: 1, throws: 2_000_000),
        new PingPong("ping-pong, 20 pairs, 10 in flight", 23e6, pairs: 20, balls: 10, throws: 10_000_000),
        new OutsideThread(),
        new AskRoundTrips(1),
        new AskRoundTrips(1000),
        new Spawning(fromWithin: false),
        new Spawning(fromWithin: true),
        new IdleActorMemory(),
    ];

    public static async Task RunAsync(BenchmarkOptions options)
    {
        var table = new MarkdownTable("kernel", "unit", "median", "spread", "Akka.NET 1.5.30 ¹", "ratio");
        foreach (var benchmark in All)
        {
            var series = await MeasureAsync(benchmark, options.Quick);
            table.Add(
                benchmark.Name,
                benchmark.Unit,
                series.ToString(),
                series.Spread(),
                Series.Format(benchmark.Reference),
                Series.Format(series.Median / benchmark.Reference));
        }

        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(table);
        Console.WriteLine();
        Console.WriteLine("¹ Reference, measured elsewhere: a machine of this kind with two cores.");
    }

    private static async Task<Series> MeasureAsync(KernelBenchmark benchmark, bool quick)
    {
        var (warmUps, rounds) = quick ? (1, 5) : (3, 9);
        for (var i = 0; i < warmUps; i++)
        {
            await benchmark.RoundAsync(quick);
        }

        var series = new Series();
        for (var i = 0; i < rounds; i++)
        {
            // What the last round left behind is not this one's to clear away.
            GC.Collect();
            series.Add(await benchmark.RoundAsync(quick));
        }

        Console.Error.WriteLine($"{benchmark.Name}: {series} {benchmark.Unit} ({series.Spread()})");
        return series;
    }
}
