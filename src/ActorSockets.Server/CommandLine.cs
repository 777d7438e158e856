using System.CommandLine;

namespace ActorSockets.Server;

/// <summary>The options of the command <c>actorsockets</c>.</summary>
internal static class CommandLine
{
    private static readonly Option<string> ConfigOption = new("--config")
    {
        Description = "Read this file instead of HOCON/server.conf.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> SetOption = new("--set")
    {
        Description = "Set a key, over what the file says; may be repeated.",
        HelpName = "KEY=VALUE",
        AllowMultipleArgumentsPerToken = false,
    };

    private static readonly Option<bool> CheckOption = new("--check")
    {
        Description = "Check the configuration, print the listeners that it makes, and exit.",
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors is [var error, ..])
            return Failure.Report(error.Message, ExitCode.Configuration);

        // Signals are the host's: the command line would end the process two seconds after the first.
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Serves sockets: each accepted connection has its own actor.")
        {
            ConfigOption,
            SetOption,
            CheckOption,
        };
        root.HelpName = "actorsockets";
        root.SetAction(parsed => ServeAsync(
            parsed.GetValue(ConfigOption),
            parsed.GetValue(SetOption) ?? [],
            parsed.GetValue(CheckOption)));
        return root;
    }

    private static async Task<int> ServeAsync(string? file, string[] settings, bool isCheck)
    {
        var isDebug = false;
        try
        {
            var config = ConfigurationSource.Load(file, settings);
            var level = LogLevels.Read(config);
            isDebug = level == Serilog.Events.LogEventLevel.Debug;
            var servers = ConfigurationSource.Servers(config);
            return isCheck
                ? ListenerReport.Print(servers, Console.Out)
                : await ServerHost.RunAsync(config, level);
        }
        catch (Exception failure) when (Failure.CodeOf(failure) is { } code)
        {
            return Failure.Report(isDebug ? failure.ToString() : failure.Message, code);
        }
    }
}
