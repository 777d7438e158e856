using Akka.Configuration;
using Serilog.Events;

namespace ActorSockets.Server;

/// <summary>Akka's log levels, as Serilog has them.</summary>
internal static class LogLevels
{
    /// <summary>Above every level: nothing is logged.</summary>
    public const LogEventLevel Off = LogEventLevel.Fatal + 1;

    private const string Key = "akka.loglevel";

    /// <summary>The level of <c>akka.loglevel</c>; without one, information.</summary>
    /// <exception cref="ConfigurationException">There is no such level.</exception>
    public static LogEventLevel Read(Config config)
    {
        var name = config.GetString(Key, "INFO");
        return name.ToUpperInvariant() switch
        {
            "DEBUG" => LogEventLevel.Debug,
            "INFO" => LogEventLevel.Information,
            "WARNING" => LogEventLevel.Warning,
            "ERROR" => LogEventLevel.Error,
            "OFF" => Off,
            _ => throw new ConfigurationException($"{Key} = {name} is not one of DEBUG, INFO, WARNING, ERROR and OFF."),
        };
    }
}
