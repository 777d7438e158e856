namespace Akka.Event;

/// <summary>The log message that all the logging extensions make.</summary>
internal sealed class ArgumentsLogMessage : LogMessage
{
    private readonly object?[] _arguments;

    public ArgumentsLogMessage(ILogMessageFormatter formatter, string format, object?[] arguments)
        : base(formatter, format)
        => _arguments = arguments;

    public override IEnumerable<object?> Parameters() => _arguments;

    public override string Unformatted() => string.Join(',', _arguments);

    public override string ToString() => Formatter.Format(Format, _arguments);
}
