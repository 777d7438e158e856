using ActorSockets.Hosting;
using ActorSockets.Server.Examples;
using Akka.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog;
using Serilog.Events;

namespace ActorSockets.Server;

/// <summary>The process: a generic host with an actor system and its socket servers in it.</summary>
internal static class ServerHost
{
    /// <summary>Serves until a signal stops it.</summary>
    /// <exception cref="ConfigurationException">There is a mistake in the configuration.</exception>
    /// <exception cref="BindFailedException">A listener cannot listen.</exception>
    public static async Task<int> RunAsync(Config config, LogEventLevel level)
    {
        using var host = Build(config, level);
        await host.RunAsync();
        return ExitCode.Success;
    }

    private static IHost Build(Config config, LogEventLevel level)
    {
        // The defaults would read appsettings.json and watch it, and set up loggers of their own: time and memory for
        // what HOCON and Serilog do here.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        var logger = Logger(level);
        builder.Logging.AddSerilog(logger, dispose: true);
        builder.Services.AddSingleton<IHostLifetime, SignalLifetime>();
        builder.Services.AddActorSockets("actorsockets", sockets => sockets
            .AddHocon(config)
            .AddExamples()
            .ConfigureAkka(akka => akka.WithSerilog(logger)));
        return builder.Build();
    }

    private static Serilog.Core.Logger Logger(LogEventLevel level)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .WriteTo.Console(new ConsoleFormatter());
        // A start that fails is told in one message on the standard error output: what the host and the listener say
        // about it, with stack traces, is for debugging.
        if (level != LogEventLevel.Debug)
        {
            configuration
                .MinimumLevel.Override("Microsoft.Extensions.Hosting", LogLevels.Off)
                .Filter.ByExcluding(IsAboutBinding);
        }

        return configuration.CreateLogger();
    }

    // The words are Akka.NET's.
    private static bool IsAboutBinding(LogEvent line) =>
        line.MessageTemplate.Text.StartsWith("Bind failed", StringComparison.Ordinal)
        || line.MessageTemplate.Text.StartsWith("Failed to bind", StringComparison.Ordinal);
}
