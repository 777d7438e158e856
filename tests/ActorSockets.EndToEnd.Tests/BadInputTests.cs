using System.Net;
using System.Net.Sockets;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>A start that cannot succeed: one message that names what is wrong, and an exit code that says of which kind
/// it is.</summary>
public sealed class BadInputTests : IDisposable
{
    private const int System = 1;
    private const int Configuration = 2;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var owner = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        owner.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        owner.Listen();

        var arguments = RunningServer.Set("echo", "endpoint", $"{owner.LocalEndPoint}");

        await AssertFailsAsync(System, arguments, "echo/tcp", $"{owner.LocalEndPoint}", "in use");
    }

    [Fact]
    public async Task An_address_of_another_machine_is_named()
    {
        // Kept for documentation (RFC 5737): no machine has it.
        var arguments = RunningServer.Set("echo", "endpoint", "192.0.2.1:7777");

        await AssertFailsAsync(System, arguments, "echo/tcp", "192.0.2.1:7777");
    }

    [Fact]
    public async Task A_name_that_cannot_be_resolved_is_named()
    {
        // Reserved (RFC 6761): never resolves.
        var arguments = RunningServer.Set("echo", "endpoint", "nowhere.invalid:7777");

        await AssertFailsAsync(System, arguments, "echo/tcp", "nowhere.invalid:7777");
    }

    [Fact]
    public async Task A_port_without_permission_is_named()
    {
        var arguments = RunningServer.Set("echo", "endpoint", "0.0.0.0:80");
        await using var run = Unprivileged.Start(["--config", RunningServer.ConfigFile("echo"), .. arguments]);

        await AssertFailsAsync(run, System, "echo/tcp", "0.0.0.0:80", "permission");
    }

    [Theory]
    [InlineData("endpoint", "127.0.0.1", "127.0.0.1")]
    [InlineData("endpoint", "127.0.0.1:99999", "127.0.0.1:99999")]
    [InlineData("handler", "ehco", "ehco")]
    [InlineData("max-frame-bytes", "many", "many")]
    [InlineData("close-timeout", "soon", "soon")]
    [InlineData("allow-half-open", "perhaps", "perhaps")]
    [InlineData("backlog", "{ a = 1 }", "backlog")]
    [InlineData("framer", "packets", "packets")]
    [InlineData("max-frame-byte", "1KiB", "max-frame-bytes")]
    public async Task A_wrong_key_or_value_is_named(string key, string value, string part) => await AssertFailsAsync(
        Configuration, RunningServer.Set("echo", key, value), $"actorsockets.servers.echo.listeners.tcp.{key}", part);

    [Fact]
    public async Task A_misspelt_section_is_named() =>
        await AssertFailsAsync(Configuration, ["--set", "actorsockets.severs.echo={}"], "actorsockets.severs");

    [Theory]
    [InlineData("threads", "many")]
    [InlineData("engine", "kqueue")]
    [InlineData("blocking-limit", "-1s")]
    public async Task A_wrong_value_of_the_engine_is_named(string key, string value) => await AssertFailsAsync(
        Configuration, ["--set", $"actorsockets.io.{key}={value}"], $"actorsockets.io.{key}", value);

    [Theory]
    [InlineData("--set")]
    [InlineData("--check", "--set")]
    public async Task A_log_level_that_does_not_exist_is_named(params string[] arguments) => await AssertFailsAsync(
        Configuration, [.. arguments, "akka.loglevel=verbose"], "akka.loglevel", "verbose", "DEBUG");

    [Fact]
    public async Task A_file_that_does_not_exist_is_named() =>
        await AssertFailsAsync(Configuration, ["--config", "/no/such/file.conf"], "/no/such/file.conf");

    [Fact]
    public async Task A_text_that_is_not_hocon_is_told_with_its_file_and_line()
    {
        await File.WriteAllTextAsync(_file, "akka {\n  loglevel = [INFO\n}\n");

        await AssertFailsAsync(Configuration, ["--config", _file], _file);
    }

    [Theory]
    [InlineData("novalue")]
    [InlineData("=5")]
    public async Task A_setting_without_a_key_or_a_value_is_named(string setting) =>
        await AssertFailsAsync(Configuration, ["--set", setting], $"--set {setting}", "KEY=VALUE");

    [Theory]
    [InlineData("--port")]
    [InlineData("serve")]
    public async Task What_the_command_line_does_not_know_is_named(string argument) =>
        await AssertFailsAsync(Configuration, [argument], argument);

    [Fact]
    public async Task A_configuration_without_servers_is_refused() =>
        await AssertFailsAsync(Configuration, ["--config", _file], "actorsockets.servers");

    [Fact]
    public async Task A_stack_trace_is_shown_when_debug_is_on()
    {
        await using var run = RunningServer.Start("--set", "akka.loglevel=DEBUG", "--set", "actorsockets.port=1");

        var (exitCode, _, errors) = await run.ExitAsync();

        Assert.Equal(Configuration, exitCode);
        Assert.Contains("actorsockets.port", errors);
        Assert.Contains("   at ", errors);
    }

    private static async Task AssertFailsAsync(int exitCode, string[] arguments, params string[] parts)
    {
        await using var run = RunningServer.Start(arguments);
        await AssertFailsAsync(run, exitCode, parts);
    }

    private static async Task AssertFailsAsync(ProgramRun run, int exitCode, params string[] parts)
    {
        var exit = await run.ExitAsync();

        var message = Assert.Single(exit.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("actorsockets: ", message);
        Assert.All(parts, part => Assert.Contains(part, message));
        Assert.DoesNotContain("   at ", exit.Output);
        Assert.DoesNotContain(" ERR ", exit.Output);
        Assert.Equal(exitCode, exit.ExitCode);
    }
}
