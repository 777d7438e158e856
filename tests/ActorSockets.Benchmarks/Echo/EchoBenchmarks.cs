namespace ActorSockets.Benchmarks.Echo;

/// <summary>All servers under the same loads, in turn; one table a load.</summary>
internal static class EchoBenchmarks
{
    public static async Task RunAsync(BenchmarkOptions options)
    {
        var nativeEcho = NativeProgram.Build("echo");
        var load = new LoadGenerator(NativeProgram.Build("load"));
        PrintSetting(nativeEcho, load);

        var servers = new List<ServerProcess>();
        try
        {
            foreach (var kind in Choose(options).Where(kind => kind.Serves is not null || nativeEcho is not null))
            {
                servers.Add(await ServerProcess.StartAsync(kind, nativeEcho));
            }

            foreach (var echoCase in EchoCase.All)
            {
                await RunCaseAsync(echoCase, servers, load, options.Quick);
            }

            await AllocationBenchmark.RunAsync(servers, load);
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }

        await ScalingBenchmark.RunAsync(load, options.Quick);
    }

    private static IEnumerable<ServerKind> Choose(BenchmarkOptions options)
    {
        var names = options.Servers.Count > 0 ? options.Servers : options.Quick ? ServerKind.Quick : null;
        return names is null ? ServerKind.All : ServerKind.All.Where(kind => names.Contains(kind.Name));
    }

    private static void PrintSetting(string? nativeEcho, LoadGenerator load)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine($"Load generator: {load.Name}; " + (Pinning.IsPossible
            ? $"servers on core {Pinning.ServerCore}, load on core {Pinning.LoadCore}."
            : "nothing is pinned: there are not two cores and taskset."));
        if (nativeEcho is null)
        {
            Console.WriteLine("There is no C compiler (cc): no C reference.");
        }
    }

    /// <summary>All servers under one load, in turn, and the table of it.</summary>
    public static async Task RunCaseAsync(
        EchoCase echoCase,
        IReadOnlyList<ServerProcess> servers,
        LoadGenerator load,
        bool quick)
    {
        var (rounds, first, warmUp, seconds) = quick ? (3, 1.5, 0.2, 0.8) : (8, 5, 0.5, 2.0);
        var results = servers.ToDictionary(server => server.Kind, _ => new EchoResult());
        foreach (var server in servers)
        {
            // Once for long: the JIT is to be done with this load before it is measured.
            await load.RunAsync(server, echoCase, first, 0.1);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var server in servers)
            {
                results[server.Kind].Add(await load.RunAsync(server, echoCase, warmUp, seconds));
            }
        }

        Print(echoCase, results);
    }

    private static void Print(EchoCase echoCase, Dictionary<ServerKind, EchoResult> results)
    {
        var reference = results.FirstOrDefault(result => result.Key.Name == ServerKind.Reference).Value;
        var table = new MarkdownTable(
            "server", "messages/s", "spread", "of C by rate", "CPU µs/message", "of C by CPU",
            "p50 µs", "p99 µs", "p99.9 µs", "least served", "load's core");
        foreach (var (kind, result) in results)
        {
            table.Add(
                kind.Title,
                result.Of(report => report.Rate).ToString(),
                result.Of(report => report.Rate).Spread(),
                result.RatioTo(reference, report => report.Rate).ToString(),
                result.Of(report => report.ServerMicroseconds).ToString(),
                result.RatioTo(reference, report => 1 / report.ServerMicroseconds).ToString(),
                result.Of(report => report.P50).ToString(),
                result.Of(report => report.P99).ToString(),
                result.Of(report => report.P999).ToString(),
                Percent(result.Of(report => (double)report.Least / report.Median)),
                Percent(result.Of(report => report.LoadCpu / report.Seconds)));
        }

        Console.WriteLine();
        Console.WriteLine($"### {echoCase}");
        Console.WriteLine();
        Console.WriteLine(table);
    }

    private static string Percent(Series series) => $"{series.Median * 100:0} %";
}
