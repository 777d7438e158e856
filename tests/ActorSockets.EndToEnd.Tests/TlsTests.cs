namespace ActorSockets.EndToEnd.Tests;

/// <summary>The shipped echo over TLS.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task A_python_client_that_verifies_the_certificate_is_echoed()
    {
        await using var server = await RunningServer.StartAsync();
        var echo = server["echo/tls"];

        await using var client = ProgramRun.Python(
            "tls_client.py", $"{echo.Address}", $"{echo.Port}", RunningServer.Certificate);
        var (exitCode, output, errors) = await client.ExitAsync();

        Assert.Equal("Server response: Hello, TLS! (TLSv1.3)", output);
        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_stops_the_start_and_names_the_key()
    {
        await using var run = RunningServer.Start(RunningServer.Set("echo/tls", "tls.certificates", "[/nowhere.pem]"));
        var (exitCode, _, errors) = await run.ExitAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains("actorsockets.servers.echo.listeners.tls.tls.certificates", errors);
        Assert.Contains("/nowhere.pem", errors);
    }
}
