using System.Text.RegularExpressions;

namespace Akka.Event;

/// <summary>Drops the events whose text matches; without a text it cannot tell.</summary>
public sealed class RegexLogMessageFilter : LogFilterBase
{
    private readonly Regex _messageRegex;

    public RegexLogMessageFilter(Regex messageRegex) => _messageRegex = messageRegex;

    public override LogFilterType FilterType => LogFilterType.Content;

    public override LogFilterDecision ShouldKeepMessage(LogEvent content, string? expandedMessage = null)
    {
        if (expandedMessage is null)
            return LogFilterDecision.NoDecision;

        return _messageRegex.IsMatch(expandedMessage) ? LogFilterDecision.Drop : LogFilterDecision.Keep;
    }
}
