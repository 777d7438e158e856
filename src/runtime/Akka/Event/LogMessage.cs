namespace Akka.Event;

/// <summary>A format with its arguments, turned into text only where somebody reads it.</summary>
public abstract class LogMessage
{
    protected readonly ILogMessageFormatter Formatter;

    public LogMessage(ILogMessageFormatter formatter, string format)
    {
        Formatter = formatter;
        Format = format;
    }

    public string Format { get; }

    public abstract IEnumerable<object?> Parameters();

    public abstract string Unformatted();
}
