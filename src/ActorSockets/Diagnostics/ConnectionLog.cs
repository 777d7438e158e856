using Akka.Event;

namespace ActorSockets.Diagnostics;

/// <summary>A logger that puts the connection into every line of another one.</summary>
internal sealed class ConnectionLog(ILoggingAdapter log, Connection connection) : ILoggingAdapter
{
    public ILogMessageFormatter Formatter => log.Formatter;

    public bool IsDebugEnabled => log.IsDebugEnabled;

    public bool IsInfoEnabled => log.IsInfoEnabled;

    public bool IsWarningEnabled => log.IsWarningEnabled;

    public bool IsErrorEnabled => log.IsErrorEnabled;

    public bool IsEnabled(LogLevel logLevel) => log.IsEnabled(logLevel);

    public void Log(LogLevel logLevel, Exception? cause, string format) =>
        log.Log(logLevel, cause, new ConnectionLogMessage(connection, Formatter, format));

    public void Log(LogLevel logLevel, Exception? cause, LogMessage message) =>
        log.Log(logLevel, cause, new ConnectionLogMessage(connection, Formatter, message));
}
