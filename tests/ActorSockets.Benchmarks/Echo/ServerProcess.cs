using System.Diagnostics;
using System.Globalization;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>A server in a process of its own; it ends when its standard input does.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>A question: what has been allocated on the managed heap since the start.</summary>
    public const string AllocatedBytes = "allocated-bytes";

    /// <summary>A question: the resident memory after a collection.</summary>
    public const string ResidentBytes = "resident-bytes";

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

    public static async Task<ServerProcess> StartAsync(
        ServerKind kind, string? nativeEcho, string cores = Pinning.ServerCore)
    {
        var process = Process.Start(kind.Command(nativeEcho, cores))!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return line?.Split(' ') is ["port", var port]
            ? new ServerProcess(kind, process, int.Parse(port, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The server {kind.Name} did not say its port but: {line}");
    }

    /// <summary>Asks a server that is this program, too.</summary>
    public async Task<long> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return long.Parse(answer ?? "", CultureInfo.InvariantCulture);
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
