using System.Globalization;
using Akka.Actor;

namespace Akka.Event;

/// <summary>One line for the log: who said it, when, on which thread, and why.</summary>
public abstract class LogEvent : INoSerializationVerificationNeeded
{
    private const string TimestampFormat = "MM/dd/yyyy HH:mm:ss.fffK";

    protected LogEvent()
    {
        Timestamp = DateTime.UtcNow;
        Thread = Thread.CurrentThread;
    }

    // Null where nothing was thrown, as in Akka.NET, which has no annotations: a test that reads the cause of an error
    // that it expects must compile here as it does there.
    public Exception Cause { get; protected set; } = null!;

    public Type LogClass { get; protected set; } = typeof(DummyClassForStringSources);

    public string LogSource { get; protected set; } = "";

    public object Message { get; protected set; } = null!;

    public Thread Thread { get; }

    public DateTime Timestamp { get; }

    public abstract LogLevel LogLevel();

    public override string ToString()
    {
        var thread = Thread.ManagedThreadId.ToString("D4", CultureInfo.InvariantCulture);
        var timestamp = Timestamp.ToString(TimestampFormat, CultureInfo.CurrentCulture);
        var line = $"[{LogLevel().StringFor()}][{timestamp}][Thread {thread}][{LogSource}] {Message}";

        return Cause is null ? line : $"{line}{Environment.NewLine}Cause: {Cause}";
    }

    private protected void Fill(Exception? cause, string logSource, Type logClass, object? message)
    {
        Cause = cause!;
        LogSource = logSource;
        LogClass = logClass;
        Message = message!;
    }
}
