using Akka.Actor.Setup;

namespace Akka.Event;

/// <summary>The log filters of a system, given with its setup.</summary>
public sealed class LogFilterSetup : Setup
{
    public LogFilterSetup(LogFilterBase[] filters) => Filters = filters;

    public LogFilterBase[] Filters { get; }

    public LogFilterEvaluator CreateEvaluator() => new(Filters);
}
