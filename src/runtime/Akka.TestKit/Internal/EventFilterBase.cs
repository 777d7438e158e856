using System.Text;
using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit.Internal;

/// <summary>A filter on the text and the source of log events.</summary>
public abstract class EventFilterBase : IEventFilter
{
    private readonly IStringMatcher _messageMatcher;
    private readonly IStringMatcher _sourceMatcher;

    protected EventFilterBase(IStringMatcher? messageMatcher, IStringMatcher? sourceMatcher)
    {
        _messageMatcher = messageMatcher ?? MatchesAll.Instance;
        _sourceMatcher = sourceMatcher ?? MatchesAll.Instance;
    }

    public event EventMatched? EventMatched;

    protected abstract string FilterDescriptiveName { get; }

    public bool Apply(LogEvent logEvent)
    {
        if (!IsMatch(logEvent))
            return false;

        OnEventMatched(logEvent);
        return true;
    }

    public override string ToString()
    {
        var text = new StringBuilder(FilterDescriptiveName);
        var hasMessage = _messageMatcher is not MatchesAll;
        var hasSource = _sourceMatcher is not MatchesAll;
        if (hasMessage || hasSource)
            text.Append(" when");
        if (hasMessage)
            text.Append(" Message ").Append(_messageMatcher);
        if (hasMessage && hasSource)
            text.Append(" and");
        if (hasSource)
            text.Append(" Source ").Append(_sourceMatcher);
        return text.ToString();
    }

    protected abstract bool IsMatch(LogEvent evt);

    protected bool InternalDoMatch(string src, object? msg)
        => _sourceMatcher.IsMatch(src) && _messageMatcher.IsMatch(msg?.ToString() ?? "null");

    protected virtual void OnEventMatched(LogEvent logEvent) => EventMatched?.Invoke(this, logEvent);
}
