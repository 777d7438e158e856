namespace Akka.Event;

/// <summary>Makes the text of a log event from its format and arguments.</summary>
public interface ILogMessageFormatter
{
    string Format(string format, params object?[] args);

    string Format(string format, IEnumerable<object?> args);
}
