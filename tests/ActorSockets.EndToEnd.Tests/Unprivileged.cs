namespace ActorSockets.EndToEnd.Tests;

/// <summary>Runs the executable without the right to listen on low ports.</summary>
internal static class Unprivileged
{
    private const string Right = "-net_bind_service";

    private static bool IsGrantedToAll =>
        File.ReadAllText("/proc/sys/net/ipv4/ip_unprivileged_port_start").Trim() == "0";

    public static ProgramRun Start(IEnumerable<string> arguments) =>
        ProgramRun.Start("env", [.. Wrapper(), .. arguments]);

    // Containers grant low ports to everybody, but a network namespace of its own does not; root has the right to all
    // ports, but can give it up.
    private static string[] Wrapper()
    {
        if (IsGrantedToAll)
            return ["unshare", "--user", "--net", RunningServer.Executable];
        return Environment.IsPrivilegedProcess
            ? ["setpriv", "--bounding-set", Right, "--inh-caps", Right, RunningServer.Executable]
            : [RunningServer.Executable];
    }
}
