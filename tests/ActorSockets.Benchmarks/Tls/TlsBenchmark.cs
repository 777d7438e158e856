using ActorSockets.Benchmarks.Echo;

namespace ActorSockets.Benchmarks.Tls;

/// <summary>Echo servers over TLS 1.3 with the same certificate, in turn; Kestrel is the reference.</summary>
internal static class TlsBenchmark
{
    private static readonly EchoCase Load = new(50, 1024, 1);

    /// <summary>ECDSA on P-256, self-signed, made once beside the program.</summary>
    public static CertificateSource Certificate =>
        CertificateSource.Development(Path.Combine(AppContext.BaseDirectory, "benchmark.pem"));

    public static async Task RunAsync(BenchmarkOptions options)
    {
        if (NativeProgram.Build("load", "-tls", "-DTLS", "-lssl", "-lcrypto") is not { } native)
        {
            Console.WriteLine("There is no C compiler (cc), or no OpenSSL to compile with: no load generator for TLS.");
            return;
        }

        Console.WriteLine(Machine.Describe());
        // The servers must not all make it at once.
        _ = Certificate.Certificate;
        var servers = new List<ServerProcess>();
        try
        {
            foreach (var kind in ServerKind.Tls.Where(kind => IsWanted(kind, options)))
            {
                servers.Add(await ServerProcess.StartAsync(kind, nativeEcho: null));
            }

            await RunAsync(servers, new LoadGenerator(native), options.Quick);
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }
    }

    private static bool IsWanted(ServerKind kind, BenchmarkOptions options) =>
        options.Servers.Count == 0 || options.Servers.Contains(kind.Name);

    private static async Task RunAsync(IReadOnlyList<ServerProcess> servers, LoadGenerator load, bool quick)
    {
        var (rounds, first, warmUp, seconds) = quick ? (3, 1.5, 0.2, 0.8) : (8, 5, 0.5, 2.0);
        var results = servers.ToDictionary(server => server, _ => new EchoResult());
        foreach (var server in servers)
        {
            await load.RunAsync(server, Load, first, 0.1);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var server in servers)
            {
                results[server].Add(await load.RunAsync(server, Load, warmUp, seconds));
            }
        }

        Print(results);
    }

    private static void Print(Dictionary<ServerProcess, EchoResult> results)
    {
        var reference = results.First().Value;
        var table = new MarkdownTable(
            "server", "messages/s", "spread", "of the first by rate", "CPU µs/message", "of the first by CPU",
            "p50 µs", "p99 µs", "load's core");
        foreach (var (server, result) in results)
        {
            table.Add(
                server.Kind.Title,
                result.Of(report => report.Rate).ToString(),
                result.Of(report => report.Rate).Spread(),
                result.RatioTo(reference, report => report.Rate).ToString(),
                result.Of(report => report.ServerMicroseconds).ToString(),
                result.RatioTo(reference, report => 1 / report.ServerMicroseconds).ToString(),
                result.Of(report => report.P50).ToString(),
                result.Of(report => report.P99).ToString(),
                $"{result.Of(report => report.LoadCpu / report.Seconds).Median * 100:0} %");
        }

        Console.WriteLine();
        Console.WriteLine($"### TLS 1.3: {Load}");
        Console.WriteLine();
        Console.WriteLine(table);
    }
}
