namespace Akka.Event;

/// <summary>A log event of level Debug.</summary>
public class Debug : LogEvent
{
    public Debug(string logSource, Type logClass, object? message)
        : this(null, logSource, logClass, message)
    {
    }

    public Debug(Exception? cause, string logSource, Type logClass, object? message)
        => Fill(cause, logSource, logClass, message);

    public override LogLevel LogLevel() => Event.LogLevel.DebugLevel;
}
