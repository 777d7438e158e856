using System.Net;
using System.Text.RegularExpressions;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>The real executable, as a process of its own.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    private readonly Dictionary<string, IPEndPoint> _listeners = [];

    private RunningServer(ProgramRun run) => Run = run;

    public static string Executable { get; } =
        Path.Combine(Repository.Output("src/ActorSockets.Server"), "actorsockets");

    public ProgramRun Run { get; }

    /// <summary>Where a server listens.</summary>
    public IPEndPoint this[string server] => _listeners[server];

    /// <summary>Starts the shipped <c>server.conf</c>, on ports that the system chooses.</summary>
    public static Task<RunningServer> StartAsync(params string[] arguments) =>
        StartAsync(["hello", "echo", "chat"], arguments);

    /// <summary>Starts a shipped example, on a port that the system chooses.</summary>
    public static Task<RunningServer> StartExampleAsync(string example, params string[] arguments) =>
        StartAsync([example], ["--config", ConfigFile(example), .. arguments]);

    public static string ConfigFile(string name) => Path.Combine(Repository.Root, "HOCON", $"{name}.conf");

    // Who runs the tests in the background may have them, and all that they start, ignore interrupts.
    public static ProgramRun Start(params IEnumerable<string> arguments) =>
        ProgramRun.Start("env", ["--default-signal=INT", Executable, .. arguments]);

    public ValueTask DisposeAsync() => Run.DisposeAsync();

    private static async Task<RunningServer> StartAsync(string[] servers, string[] arguments)
    {
        var anyPort = servers.SelectMany(server => Set(server, "endpoint", "127.0.0.1:0"));
        var server = new RunningServer(Start([.. anyPort, .. arguments]));
        while (server._listeners.Count < servers.Length)
        {
            var line = await server.Run.LineAsync(line => Listening().IsMatch(line), "the line of a listener");
            var match = Listening().Match(line);
            server._listeners[match.Groups["server"].Value] = IPEndPoint.Parse(match.Groups["address"].Value);
        }

        return server;
    }

    /// <summary>The arguments that set a key of a shipped server's listener.</summary>
    public static string[] Set(string server, string key, string value) =>
        ["--set", $"actorsockets.servers.{server}.listeners.tcp.{key}={value}"];

    [GeneratedRegex(@"INF Listening on (?<address>\S+) \((?<server>\w+)/tcp\)")]
    private static partial Regex Listening();
}
