namespace ActorSockets.Benchmarks.Echo;

/// <summary>What the servers that are .NET programs allocate for a message.</summary>
internal static class AllocationBenchmark
{
    private const double Seconds = 3;
    private static readonly EchoCase Load = new(50, 64, 1);

    public static async Task RunAsync(IEnumerable<ServerProcess> servers, LoadGenerator load)
    {
        var table = new MarkdownTable("server", "bytes allocated per message");
        foreach (var server in servers.Where(server => server.Kind.Serves is not null))
        {
            var before = await server.AskAsync(ServerProcess.AllocatedBytes);
            var report = await load.RunAsync(server, Load, 0, Seconds);
            var after = await server.AskAsync(ServerProcess.AllocatedBytes);
            table.Add(server.Kind.Title, Series.Format((double)(after - before) / report.Messages));
        }

        Console.WriteLine();
        Console.WriteLine($"### Allocation: {Load}");
        Console.WriteLine();
        Console.WriteLine(table);
    }
}
