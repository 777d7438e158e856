using System.Diagnostics;
using System.Globalization;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>A server in a process of its own; it ends when its standard input does.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Process _process;

    private ServerProcess(ServerKind kind, Process process, int port)
    {
        Kind = kind;
        _process = process;
        Port = port;
    }

    public ServerKind Kind { get; }

    public int Port { get; }

    /// <summary>The server's own id: <c>taskset</c> becomes the program that it starts.</summary>
    public int Id => _process.Id;

    public static async Task<ServerProcess> StartAsync(ServerKind kind, string? nativeEcho)
    {
        var process = Process.Start(kind.Command(nativeEcho))!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return line?.Split(' ') is ["port", var port]
            ? new ServerProcess(kind, process, int.Parse(port, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The server {kind.Name} did not say its port but: {line}");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
