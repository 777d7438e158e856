using System.Diagnostics;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>Starts programs on cores of their own, where there are two and a tool to say so.</summary>
internal static class Pinning
{
    public const string ServerCore = "0";
    public const string LoadCore = "1";
    public const string BothCores = "0,1";

    private const string Tool = "/usr/bin/taskset";

    public static bool IsPossible { get; } = Environment.ProcessorCount >= 2 && File.Exists(Tool);

    public static ProcessStartInfo Command(string cores, string program, IEnumerable<string> args)
    {
        var info = IsPossible
            ? new ProcessStartInfo(Tool, ["-c", cores, program, .. args])
            : new ProcessStartInfo(program, args);
        info.RedirectStandardOutput = true;
        info.UseShellExecute = false;
        return info;
    }

    /// <summary>This very program, with other arguments.</summary>
    public static ProcessStartInfo Self(string cores, params string[] args)
    {
        var host = Environment.ProcessPath!;
        var isSharedHost = Path.GetFileNameWithoutExtension(host) == "dotnet";
        var assembly = Path.Combine(AppContext.BaseDirectory, "ActorSockets.Benchmarks.dll");
        return Command(cores, host, isSharedHost ? [assembly, .. args] : args);
    }
}
