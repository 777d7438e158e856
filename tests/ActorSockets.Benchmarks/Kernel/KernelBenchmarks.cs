using System.Diagnostics;

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
        var table = new MarkdownTable(
            "kernel", "unit", "median", "spread", "CPU ns each", "Akka.NET 1.5.30 ¹", "ratio");
        foreach (var benchmark in All.Where(row => row.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            var (values, cpu) = await MeasureAsync(benchmark, options.Quick);
            table.Add(
                benchmark.Name,
                benchmark.Unit,
                values.ToString(),
                values.Spread(),
                cpu.ToString(),
                Series.Format(benchmark.Reference),
                Series.Format(values.Median / benchmark.Reference));
        }

        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(table);
        Console.WriteLine();
        Console.WriteLine("¹ Reference, measured elsewhere: a machine of this kind with two cores.");
    }

    private static async Task<(Series Values, Series Cpu)> MeasureAsync(KernelBenchmark benchmark, bool quick)
    {
        var (warmUp, rounds) = quick ? (2.0, 5) : (6.0, 9);
        await WarmUpAsync(benchmark, quick, TimeSpan.FromSeconds(warmUp));

        var (values, cpu) = (new Series(), new Series());
        for (var i = 0; i < rounds; i++)
        {
            // What the last round left behind is not this one's to clear away.
            GC.Collect();
            var figure = await benchmark.RoundAsync(quick);
            values.Add(figure.Value);
            cpu.Add(figure.CpuNanoseconds);
        }

        await Console.Error.WriteLineAsync($"{benchmark.Name}: {values} {benchmark.Unit} ({values.Spread()})");
        return (values, cpu);
    }

    // By time and not by rounds: for a while the JIT counts calls, at a third of the speed.
    private static async Task WarmUpAsync(KernelBenchmark benchmark, bool quick, TimeSpan atLeast)
    {
        var started = Stopwatch.GetTimestamp();
        do
        {
            await benchmark.RoundAsync(quick);
        }
        while (Stopwatch.GetElapsedTime(started) < atLeast);
    }
}
