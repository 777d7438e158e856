namespace Akka.Event;

/// <summary>Asks all log filters, those that need the text only where there are such.</summary>
public class LogFilterEvaluator
{
    public static readonly LogFilterEvaluator NoFilters = new([]);

    private readonly LogFilterBase[] _filters;

    public LogFilterEvaluator(LogFilterBase[] filters)
    {
        _filters = filters;
        EvaluatesLogSourcesOnly = Array.TrueForAll(filters, filter => filter.FilterType == LogFilterType.Source);
    }

    public bool EvaluatesLogSourcesOnly { get; }

    public virtual bool ShouldTryKeepMessage(LogEvent evt, out string expandedLogMessage)
    {
        var text = EvaluatesLogSourcesOnly ? null : evt.ToString();
        foreach (var filter in _filters)
        {
            if (filter.ShouldKeepMessage(evt, text) == LogFilterDecision.Drop)
            {
                expandedLogMessage = text ?? "";
                return false;
            }
        }

        expandedLogMessage = text ?? evt.ToString();
        return true;
    }
}
