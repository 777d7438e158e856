using System.Diagnostics;
using System.Globalization;
using ActorSockets.Benchmarks.Echo;

namespace ActorSockets.Benchmarks.Connections;

/// <summary>Connections that are opened, used for one message there and back, and closed.</summary>
internal static class ChurnBenchmark
{
    private const int AtATime = 50;
    private const int Bytes = 64;

    public static async Task RunAsync(string program, IReadOnlyList<ServerProcess> servers, bool quick)
    {
        var (rounds, first, seconds) = quick ? (3, 1.0, 0.8) : (8, 4.0, 1.5);
        var reports = servers.ToDictionary(server => server, _ => new List<ChurnReport>());
        foreach (var server in servers)
        {
            await MeasureAsync(program, server, first, 0.1);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var server in servers)
            {
                reports[server].Add(await MeasureAsync(program, server, 0.3, seconds));
            }
        }

        Print(reports);
    }

    private static async Task<ChurnReport> MeasureAsync(
        string program, ServerProcess server, double warmUp, double seconds)
    {
        string[] args = [.. new[] { server.Port, AtATime, Bytes, warmUp, seconds, server.Id }
            .Select(value => value.ToString(CultureInfo.InvariantCulture))];
        using var process = Process.Start(Pinning.Command(Pinning.LoadCore, program, args))!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? ChurnReport.Parse(output.Trim())
            : throw new InvalidOperationException($"The load on {server.Kind.Name} ended with {process.ExitCode}.");
    }

    private static void Print(Dictionary<ServerProcess, List<ChurnReport>> reports)
    {
        var reference = reports.First(pair => pair.Key.Kind.Name == ServerKind.Reference).Value;
        var table = new MarkdownTable(
            "server", "connections/s", "spread", "of C by rate", "CPU µs/connection", "of C by CPU");
        foreach (var (server, of) in reports)
        {
            var rate = Series.Of(of.Select(report => report.Rate));
            table.Add(
                server.Kind.Title,
                rate.ToString(),
                rate.Spread(),
                Series.Of(of.Zip(reference, (our, its) => our.Rate / its.Rate)).ToString(),
                Series.Of(of.Select(report => report.ServerMicroseconds)).ToString(),
                Series.Of(of.Zip(reference, (our, its) => its.ServerMicroseconds / our.ServerMicroseconds)).ToString());
        }

        Console.WriteLine();
        Console.WriteLine($"### Connections opened, used for {Bytes} bytes and back, closed; {AtATime} at a time");
        Console.WriteLine();
        Console.WriteLine(table);
    }
}
