using System.Net;
using System.Text.RegularExpressions;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>The real executable, as a process of its own.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    private static readonly string[] Shipped =
        ["hello/tcp", "echo/tcp", "echo/unix", "echo/tls", "echo/udp", "chat/tcp"];

    private static int _sockets;

    // Not the user's own, which the user's programs may have been told to trust.
    private static readonly string State = Directory.CreateTempSubdirectory("actorsockets").FullName;

    private readonly Dictionary<string, string> _listeners = [];

    private RunningServer(ProgramRun run) => Run = run;

    public static string Executable { get; } =
        Path.Combine(Repository.Output("src/ActorSockets.Server"), "actorsockets");

    public ProgramRun Run { get; }

    /// <summary>Where a server listens: by TCP, or with the listener that is named behind a slash.</summary>
    public IPEndPoint this[string server] =>
        IPEndPoint.Parse(_listeners[server.Contains('/') ? server : $"{server}/tcp"]);

    /// <summary>The file of the Unix socket that a server listens on.</summary>
    public string FileOf(string server) => _listeners[$"{server}/unix"];

    /// <summary>The file of the certificate that the shipped server makes.</summary>
    public static string Certificate { get; } = Path.Combine(State, "development.pem");

    /// <summary>Starts the shipped <c>server.conf</c>, on ports, and a file, that the system chooses.</summary>
    public static Task<RunningServer> StartAsync(params string[] arguments) =>
        StartAsync(Shipped, arguments, all => Start(all));

    /// <summary>The same, by another program that starts it.</summary>
    public static Task<RunningServer> StartAsync(Func<IEnumerable<string>, ProgramRun> start) =>
        StartAsync(Shipped, [], start);

    /// <summary>Starts a shipped example, on a port that the system chooses.</summary>
    public static Task<RunningServer> StartExampleAsync(string example, params string[] arguments) =>
        StartAsync([$"{example}/tcp"], ["--config", ConfigFile(example), .. arguments], all => Start(all));

    public static string ConfigFile(string name) => Path.Combine(Repository.Root, "HOCON", $"{name}.conf");

    // Who runs the tests in the background may have them, and all that they start, ignore interrupts.
    public static ProgramRun Start(params IEnumerable<string> arguments) =>
        ProgramRun.Start("env", ["--default-signal=INT", Executable, .. arguments]);

    public ValueTask DisposeAsync() => Run.DisposeAsync();

    private static async Task<RunningServer> StartAsync(
        string[] listeners, string[] arguments, Func<IEnumerable<string>, ProgramRun> start)
    {
        var anywhere = listeners.SelectMany(listener => Set(listener, "endpoint", FreeEndPoint(listener)));
        string[] state = ["--set", $"actorsockets.io.tls.development-certificate=\"{Certificate}\""];
        var server = new RunningServer(start([.. anywhere, .. state, .. arguments]));
        while (server._listeners.Count < listeners.Length)
        {
            var line = await server.Run.LineAsync(line => Listening().IsMatch(line), "the line of a listener");
            var match = Listening().Match(line);
            server._listeners[match.Groups["listener"].Value] = match.Groups["address"].Value;
        }

        return server;
    }

    /// <summary>The arguments that set a key of a shipped server's listener: that for TCP, or the one that is named
    /// behind a slash.</summary>
    public static string[] Set(string server, string key, string value)
    {
        var names = $"{server}/tcp".Split('/');
        return ["--set", $"actorsockets.servers.{names[0]}.listeners.{names[1]}.{key}={value}"];
    }

    private static string FreeEndPoint(string listener)
    {
        var file = $"actorsockets-{Environment.ProcessId}-{Interlocked.Increment(ref _sockets)}";
        return listener.EndsWith("/unix") ? $"\"unix:{Path.Combine(Path.GetTempPath(), file)}\"" : "127.0.0.1:0";
    }

    [GeneratedRegex(@"INF Listening on (?<address>\S+) \((?<listener>\w+/\w+)\)")]
    private static partial Regex Listening();
}
