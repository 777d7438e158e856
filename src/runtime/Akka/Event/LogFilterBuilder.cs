using System.Text.RegularExpressions;

namespace Akka.Event;

/// <summary>Collects log filters.</summary>
public sealed class LogFilterBuilder
{
    private readonly List<LogFilterBase> _filters = [];

    public LogFilterBuilder()
    {
    }

    public LogFilterBuilder Add(LogFilterBase filter)
    {
        _filters.Add(filter);
        return this;
    }

    public LogFilterBuilder AddRange(IEnumerable<LogFilterBase> filters)
    {
        _filters.AddRange(filters);
        return this;
    }

    public LogFilterSetup Build() => new([.. _filters]);

    public LogFilterBuilder ExcludeMessageContaining(string messagePart)
        => ExcludeMessageRegex(new Regex(Regex.Escape(messagePart)));

    public LogFilterBuilder ExcludeMessageRegex(Regex regex) => Add(new RegexLogMessageFilter(regex));

    public LogFilterBuilder ExcludeSourceContaining(string sourcePart)
        => ExcludeSourceRegex(new Regex(Regex.Escape(sourcePart)));

    public LogFilterBuilder ExcludeSourceEndingWith(string sourceEnd)
        => ExcludeSourceRegex(new Regex($"{Regex.Escape(sourceEnd)}$"));

    public LogFilterBuilder ExcludeSourceExactly(
        string source, StringComparison comparison = StringComparison.OrdinalIgnoreCase)
        => Add(new ExactMatchLogSourceFilter(source, comparison));

    public LogFilterBuilder ExcludeSourceRegex(Regex regex) => Add(new RegexLogSourceFilter(regex));

    public LogFilterBuilder ExcludeSourceStartingWith(string sourceStart)
        => ExcludeSourceRegex(new Regex($"^{Regex.Escape(sourceStart)}"));
}
