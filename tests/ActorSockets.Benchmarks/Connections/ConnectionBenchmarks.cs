using ActorSockets.Benchmarks.Echo;

namespace ActorSockets.Benchmarks.Connections;

/// <summary>What connections cost, rather than what goes over them.</summary>
internal static class ConnectionBenchmarks
{
    private static readonly string[] Names = [ServerKind.Reference, "actors", "handlers", "socket", "kestrel"];

    public static async Task RunAsync(BenchmarkOptions options)
    {
        if ((NativeProgram.Build("echo"), NativeProgram.Build("churn"), NativeProgram.Build("idle"))
            is not ({ } echo, { } churn, { } idle))
        {
            Console.WriteLine("There is no C compiler (cc): no load generator for connections.");
            return;
        }

        Console.WriteLine(Machine.Describe());
        string[] names = options.Servers.Count > 0 ? [ServerKind.Reference, .. options.Servers] : Names;
        var kinds = ServerKind.All.Where(kind => names.Contains(kind.Name)).ToList();
        if (Wants(options, "churn"))
        {
            await ChurnAsync(kinds, echo, churn, options.Quick);
        }

        if (Wants(options, "idle"))
        {
            await IdleBenchmark.RunAsync(idle, kinds.Where(kind => kind.Serves is not null));
        }
    }

    private static bool Wants(BenchmarkOptions options, string name) => name.Contains(options.Only);

    private static async Task ChurnAsync(IEnumerable<ServerKind> kinds, string echo, string churn, bool quick)
    {
        var servers = new List<ServerProcess>();
        try
        {
            foreach (var kind in kinds)
            {
                servers.Add(await ServerProcess.StartAsync(kind, echo));
            }

            await ChurnBenchmark.RunAsync(churn, servers, quick);
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }
    }
}
