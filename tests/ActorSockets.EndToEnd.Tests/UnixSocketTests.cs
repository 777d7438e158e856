using System.Runtime.InteropServices;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>The shipped echo on a Unix socket.</summary>
public sealed class UnixSocketTests
{
    [Fact]
    public async Task A_python_client_is_echoed()
    {
        await using var server = await RunningServer.StartAsync();

        await using var client = ProgramRun.Python("unix_client.py", server.FileOf("echo"));
        var (exitCode, output, errors) = await client.ExitAsync();

        Assert.Equal("Server response: Hello, Unix!", output);
        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Fact]
    public async Task Its_file_is_gone_when_the_server_has_stopped()
    {
        await using var server = await RunningServer.StartAsync();
        Assert.True(File.Exists(server.FileOf("echo")));

        server.Run.Signal(PosixSignal.SIGTERM);
        await server.Run.ExitAsync();

        Assert.False(File.Exists(server.FileOf("echo")));
    }
}
