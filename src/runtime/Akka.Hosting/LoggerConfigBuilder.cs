using System.Text;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Hosting;

/// <summary>Chooses an actor system's loggers and what they are told.</summary>
public sealed class LoggerConfigBuilder
{
    private readonly List<Type> _loggers = [typeof(DefaultLogger)];
    private Type _logMessageFormatter = typeof(DefaultLogMessageFormatter);

    internal LoggerConfigBuilder(AkkaConfigurationBuilder builder) => Builder = builder;

    public LogLevel LogLevel { get; set; } = LogLevel.InfoLevel;

    public bool LogConfigOnStart { get; set; }

    public DeadLetterOptions? DeadLetterOptions { get; set; }

    public DebugOptions? DebugOptions { get; set; }

    public LogFilterBuilder? LogFilterBuilder { get; set; }

    public Type LogMessageFormatter
    {
        get => _logMessageFormatter;
        set => _logMessageFormatter = Checked(value);
    }

    internal AkkaConfigurationBuilder Builder { get; }

    public LoggerConfigBuilder ClearLoggers()
    {
        _loggers.Clear();
        return this;
    }

    public LoggerConfigBuilder AddLogger<T>()
        where T : IRequiresMessageQueue<ILoggerMessageQueueSemantics>
    {
        if (!_loggers.Contains(typeof(T)))
            _loggers.Add(typeof(T));
        return this;
    }

    public LoggerConfigBuilder WithDefaultLogMessageFormatter<T>()
        where T : ILogMessageFormatter
    {
        LogMessageFormatter = typeof(T);
        return this;
    }

    public LoggerConfigBuilder WithLogFilter(Action<LogFilterBuilder> filterBuilder)
    {
        filterBuilder(LogFilterBuilder ??= new LogFilterBuilder());
        return this;
    }

    internal Config ToConfig()
    {
        var loggers = _loggers.Select(type => type.AssemblyQualifiedName.ToHocon());
        return ConfigurationFactory.ParseString(new StringBuilder()
            .Append($"akka.loglevel = {Name(LogLevel)}\n")
            .Append($"akka.log-config-on-start = {(LogConfigOnStart ? "true" : "false")}\n")
            .Append($"akka.loggers = [{string.Join(", ", loggers)}]\n")
            .Append($"akka.logger-formatter = {LogMessageFormatter.AssemblyQualifiedName.ToHocon()}\n")
            .Append(DebugOptions)
            .Append(DeadLetterOptions)
            .ToString());
    }

    private static string Name(LogLevel level) => Enum.IsDefined(level)
        ? level.ToString().Replace("Level", "")
        : throw new ConfigurationException($"Unknown {nameof(LogLevel)} enum value: {level}");

    private static Type Checked(Type formatter)
    {
        if (!typeof(ILogMessageFormatter).IsAssignableFrom(formatter))
        {
            throw new ConfigurationException(
                $"{nameof(LogMessageFormatter)} must implement {nameof(ILogMessageFormatter)}");
        }

        if (formatter != typeof(DefaultLogMessageFormatter) && formatter.GetConstructor(Type.EmptyTypes) is null)
            throw new ConfigurationException($"{nameof(LogMessageFormatter)} Type must have an empty constructor");
        return formatter;
    }
}
