using System.Diagnostics;
using System.Globalization;
using ActorSockets.Benchmarks.Echo;

namespace ActorSockets.Benchmarks.Connections;

/// <summary>What a connection that has been used once occupies while nothing happens on it.</summary>
internal static class IdleBenchmark
{
    private const int Bytes = 64;

    /// <summary>As many as 20,000 open files allow. A round before makes everything that is made once.</summary>
    private const int Connections = 19_000;

    public static async Task RunAsync(string program, IEnumerable<ServerKind> kinds)
    {
        var table = new MarkdownTable("server", "resident before", "resident with connections", "bytes each");
        foreach (var kind in kinds)
        {
            using var server = await ServerProcess.StartAsync(kind, null);
            await UseAsync(program, server, 1000, () => Task.CompletedTask);
            var before = await server.AskAsync(ServerProcess.ResidentBytes);
            var with = before;
            await UseAsync(
                program,
                server,
                Connections,
                async () => with = await server.AskAsync(ServerProcess.ResidentBytes));
            table.Add(kind.Title, MiB(before), MiB(with), Series.Format((double)(with - before) / Connections));
        }

        Console.WriteLine();
        Console.WriteLine($"### {Connections:#,0} idle connections, each used once for {Bytes} bytes and back");
        Console.WriteLine();
        Console.WriteLine(table);
    }

    private static async Task UseAsync(string program, ServerProcess server, int connections, Func<Task> meanwhile)
    {
        string[] args = [.. new[] { server.Port, connections, Bytes }
            .Select(value => value.ToString(CultureInfo.InvariantCulture))];
        var command = Pinning.Command(Pinning.LoadCore, program, args);
        command.RedirectStandardInput = true;
        using var process = Process.Start(command)!;
        var line = await process.StandardOutput.ReadLineAsync();
        if (line != "ready")
        {
            throw new InvalidOperationException($"The connections to {server.Kind.Name} could not be opened.");
        }

        await meanwhile();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    private static string MiB(long bytes) =>
        (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture) + " MiB";
}
