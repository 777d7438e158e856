using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit.Internal;

/// <summary>Takes log events of level Error, by their text, by the text of their cause, and by its type.</summary>
public class ErrorFilter : EventFilterBase
{
    private readonly Type? _exceptionType;
    private readonly bool _recurseInnerExceptions;

    public ErrorFilter(IStringMatcher? messageMatcher = null, IStringMatcher? sourceMatcher = null)
        : this(null, messageMatcher, sourceMatcher)
    {
    }

    public ErrorFilter(
        Type? exceptionType,
        IStringMatcher? messageMatcher = null,
        IStringMatcher? sourceMatcher = null,
        bool recurseInnerExceptions = false)
        : base(messageMatcher, sourceMatcher)
    {
        if (exceptionType is not null && !exceptionType.IsAssignableTo(typeof(Exception)))
        {
            throw new ArgumentException(
                $"The type must be an exception. It was: {exceptionType}", nameof(exceptionType));
        }

        _exceptionType = exceptionType;
        _recurseInnerExceptions = recurseInnerExceptions;
    }

    protected override string FilterDescriptiveName
        => _exceptionType is null ? "Error" : $"Error with Cause <{_exceptionType}>";

    protected override bool IsMatch(LogEvent evt)
        => evt is Error && IsMatch(evt.LogSource, evt.Message, evt.Cause);

    private bool IsMatch(string source, object? message, Exception? cause)
    {
        if (cause is null)
            return _exceptionType is null && InternalDoMatch(source, message);

        var isOfType = _exceptionType is null || _exceptionType.IsInstanceOfType(cause);
        if (isOfType && MatchesText(source, message, cause))
            return true;

        return _recurseInnerExceptions && IsMatch(source, message, cause.InnerException);
    }

    private bool MatchesText(string source, object? message, Exception cause)
    {
        var hasNoText = message is null && string.IsNullOrEmpty(cause.Message);
        return hasNoText || InternalDoMatch(source, message) || InternalDoMatch(source, cause.Message);
    }
}
