namespace ActorSockets.EndToEnd.Tests;

/// <summary>What the command does besides serving.</summary>
public sealed class CommandLineTests
{
    private static string RuntimeFolder =>
        Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { } folder && Directory.Exists(folder)
            ? folder
            : Path.GetTempPath();

    [Fact]
    public async Task Check_prints_the_listeners_and_binds_nothing()
    {
        var socket = Path.Combine(RuntimeFolder, "actorsockets-echo.sock");

        var (exitCode, output, errors) = await RunAsync("--check");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(
            $$"""
            hello/tcp: 127.0.0.1:12345, raw bytes, handled by ActorSockets.Server.Examples.HelloHandler
            echo/tcp: 127.0.0.1:7777, raw bytes, handled by ActorSockets.Server.Examples.EchoHandler
            echo/unix: {{socket}}, raw bytes, handled by ActorSockets.Server.Examples.EchoHandler
            echo/tls: 127.0.0.1:7443, TLS, raw bytes, handled by ActorSockets.Server.Examples.EchoHandler
            echo/udp: 127.0.0.1:12345, datagrams, handled by ActorSockets.Server.Examples.UdpEchoHandler
            chat/tcp: 127.0.0.1:8888, lines of utf-8, handled by ActorSockets.Server.Examples.Chat.ChatHandler
            """,
            output);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("echo")]
    [InlineData("chat")]
    [InlineData("count")]
    public async Task Every_shipped_configuration_is_right(string name)
    {
        var (exitCode, output, errors) = await RunAsync("--config", RunningServer.ConfigFile(name), "--check");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.StartsWith($"{name}/tcp: 127.0.0.1:", output);
    }

    [Fact]
    public async Task Of_two_settings_for_a_key_the_later_one_counts()
    {
        string[] settings =
        [
            .. RunningServer.Set("echo", "endpoint", "127.0.0.1:1"),
            .. RunningServer.Set("echo", "endpoint", "\"[::1]:2\""),
        ];

        var (_, output, _) = await RunAsync([.. settings, "--check"]);

        Assert.Contains("echo/tcp: [::1]:2,", output);
    }

    [Fact]
    public async Task Help_tells_the_options()
    {
        var (exitCode, output, errors) = await RunAsync("--help");

        Assert.Equal((0, ""), (exitCode, errors));
        string[] parts = ["actorsockets", "--config", "--set", "--check", "--version"];
        Assert.All(parts, part => Assert.Contains(part, output));
    }

    [Fact]
    public async Task Version_is_a_version()
    {
        var (exitCode, output, _) = await RunAsync("--version");

        Assert.Equal(0, exitCode);
        Assert.True(Version.TryParse(output, out _), output);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var run = RunningServer.Start(arguments);
        return await run.ExitAsync();
    }
}
