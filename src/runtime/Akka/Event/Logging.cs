using Akka.Actor;

namespace Akka.Event;

/// <summary>Makes loggers, and translates between levels, their names and the classes of their events.</summary>
public static class Logging
{
    internal const LogLevel OffLogLevel = (LogLevel)int.MaxValue;

    public static Type ClassFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ArgumentException("Unknown LogLevel", nameof(logLevel)),
    };

    public static ILoggingAdapter GetLogger(
        this IActorContext context, ILogMessageFormatter? logMessageFormatter = null)
        => GetLogger(context.System, context, logMessageFormatter);

    public static ILoggingAdapter GetLogger(
        ActorSystem system, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
    {
        var source = LogSource.Create(logSourceObj, system);
        var formatter = logMessageFormatter ?? system.Settings.LogFormatter;
        return new BusLogging(system.EventStream, source.Source, source.Type, formatter);
    }

    public static ILoggingAdapter GetLogger(
        LoggingBus loggingBus, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
    {
        var source = LogSource.Create(logSourceObj);
        var formatter = logMessageFormatter ?? DefaultLogMessageFormatter.Instance;
        return new BusLogging(loggingBus, source.Source, source.Type, formatter);
    }

    public static LogLevel LogLevelFor(string? logLevel) => logLevel?.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.DebugLevel,
        "INFO" => LogLevel.InfoLevel,
        "WARNING" => LogLevel.WarningLevel,
        "ERROR" => LogLevel.ErrorLevel,
        "OFF" => OffLogLevel,
        var unknown => throw new ArgumentException(
            $"""Unknown LogLevel: "{unknown}". Valid values are: "DEBUG", "INFO", "WARNING", "ERROR" """.TrimEnd(),
            nameof(logLevel)),
    };

    public static LogLevel LogLevelFor<T>() where T : LogEvent
    {
        if (typeof(T) == typeof(Debug))
            return LogLevel.DebugLevel;
        if (typeof(T) == typeof(Info))
            return LogLevel.InfoLevel;
        if (typeof(T) == typeof(Warning))
            return LogLevel.WarningLevel;
        if (typeof(T) == typeof(Error))
            return LogLevel.ErrorLevel;

        throw new ArgumentException(
            $"""Unknown LogEvent type: "{typeof(T).FullName}". Valid types are: "{typeof(Debug).FullName}", """ +
            $"""{'"'}{typeof(Info).FullName}", "{typeof(Warning).FullName}", "{typeof(Error).FullName}{'"'}""");
    }

    public static string SimpleName(object o) => SimpleName(o.GetType());

    public static string SimpleName(Type t) => t.Name;

    public static string StringFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => "DEBUG",
        LogLevel.InfoLevel => "INFO",
        LogLevel.WarningLevel => "WARNING",
        LogLevel.ErrorLevel => "ERROR",
        OffLogLevel => "OFF",
        _ => throw new ArgumentException("Unknown LogLevel", nameof(logLevel)),
    };
}
