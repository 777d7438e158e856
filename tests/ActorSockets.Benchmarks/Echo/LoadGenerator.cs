using System.Diagnostics;
using System.Globalization;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>Runs the C load generator, or the one in C# where there is no compiler, against a server.</summary>
internal sealed class LoadGenerator(string? native)
{
    public string Name => native is null ? "C#" : "C, epoll, one thread";

    public async Task<LoadReport> RunAsync(
        ServerProcess server, EchoCase load, double warmUp, double seconds, string cores = Pinning.LoadCore)
    {
        string[] args =
        [
            Text(server.Port),
            Text(load.Connections),
            Text(load.Bytes),
            Text(load.InFlight),
            Text(warmUp),
            Text(seconds),
            Text(server.Id),
        ];
        using var process = Process.Start(native is null
            ? Pinning.Self(cores, ["load", .. args])
            : Pinning.Command(cores, native, args))!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? LoadReport.Parse(output.Trim())
            : throw new InvalidOperationException($"The load on {server.Kind.Name} ended with {process.ExitCode}.");
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
