using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;
using LogEvent = Akka.Event.LogEvent;

namespace ActorSockets.Hosting;

/// <summary>Writes what actors log to Serilog: one logger of <c>akka.loggers</c>.</summary>
/// <remarks>Every line has the property <c>ActorPath</c>, or <c>SourceContext</c> when no actor has logged it; the
/// lines of a connection's handler have <c>ConnectionId</c> and <c>RemoteAddress</c> as well. Where it writes to is
/// said by a <see cref="SerilogSetup"/>; without one it is <see cref="Serilog.Log.Logger"/>.</remarks>
public sealed class SerilogLogger : ReceiveActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private static readonly MessageTemplate Verbatim = new MessageTemplateParser().Parse("{Message:l}");

    private readonly ILogger _logger;

    /// <summary>Created by the actor system for its configured loggers.</summary>
    public SerilogLogger()
    {
        var setup = Context.System.Settings.Setup.Get<SerilogSetup>();
        _logger = setup.HasValue ? setup.Value.Logger : Serilog.Log.Logger;
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(Write);
    }

    private void Write(LogEvent entry)
    {
        var level = LevelOf(entry);
        if (!_logger.IsEnabled(level))
            return;

        var (template, properties) = Render(entry.Message);
        var line = new Serilog.Events.LogEvent(
            new DateTimeOffset(entry.Timestamp), level, entry.Cause, template, properties);
        Describe(line, entry);
        _logger.Write(line);
    }

    private static LogEventLevel LevelOf(LogEvent entry) => entry.LogLevel() switch
    {
        LogLevel.DebugLevel => LogEventLevel.Debug,
        LogLevel.InfoLevel => LogEventLevel.Information,
        LogLevel.WarningLevel => LogEventLevel.Warning,
        _ => LogEventLevel.Error,
    };

    // A text without parameters is no template: what a peer has sent may have braces in it.
    private (MessageTemplate Template, IEnumerable<LogEventProperty> Properties) Render(object? message)
    {
        if (message is LogMessage formatted
            && formatted.Parameters().ToArray() is { Length: > 0 } parameters
            && _logger.BindMessageTemplate(formatted.Format, parameters, out var template, out var properties))
        {
            return (template, properties);
        }

        return (Verbatim, [new LogEventProperty("Message", new ScalarValue(message?.ToString()))]);
    }

    private static void Describe(Serilog.Events.LogEvent line, LogEvent entry)
    {
        var source = entry.LogSource ?? "";
        var isActor = source.StartsWith("akka://", StringComparison.Ordinal);
        Add(line, isActor ? "ActorPath" : Constants.SourceContextPropertyName, source);
        if (entry.Message is not ConnectionLogMessage ofConnection)
            return;
        Add(line, "ConnectionId", ofConnection.ConnectionId.ToString());
        Add(line, "RemoteAddress", ofConnection.RemoteEndPoint.ToString());
    }

    private static void Add(Serilog.Events.LogEvent line, string name, string? value) =>
        line.AddPropertyIfAbsent(new LogEventProperty(name, new ScalarValue(value)));
}
