using Akka.Actor;

namespace Akka.Event;

/// <summary>Decides whether a logger drops an event, by its source or by its text.</summary>
public abstract class LogFilterBase : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    protected LogFilterBase()
    {
    }

    public abstract LogFilterType FilterType { get; }

    public abstract LogFilterDecision ShouldKeepMessage(LogEvent content, string? expandedMessage = null);
}
