using System.Collections;
using System.Text.RegularExpressions;
using Akka.Event;

namespace Akka.Hosting.Logging;

/// <summary>
/// A log event as structured loggers want it: its text, and as properties the arguments of its format, by name or
/// place, with source, thread and time.
/// </summary>
internal sealed partial class AkkaLogState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _properties = [];
    private readonly LogEvent _log;

    public AkkaLogState(LogEvent log)
    {
        _log = log;
        if (log.Message is LogMessage message)
            AddArguments(message);
        Add("LogSource", log.LogSource);
        Add("Thread", log.Thread.ManagedThreadId);
        Add("Timestamp", log.Timestamp);
        Add("{OriginalFormat}", log.Message is LogMessage formatted ? formatted.Format : log.Message?.ToString());
    }

    public int Count => _properties.Count;

    public KeyValuePair<string, object?> this[int index] => _properties[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"[{_log.LogSource}] {_log.Message}";

    private void AddArguments(LogMessage message)
    {
        var names = Hole().Matches(message.Format).Select(match => match.Groups["name"].Value).Distinct().ToList();
        var index = 0;
        foreach (var argument in message.Parameters())
        {
            Add(index < names.Count ? names[index] : index.ToString(), argument);
            index++;
        }
    }

    private void Add(string name, object? value) => _properties.Add(new KeyValuePair<string, object?>(name, value));

    [GeneratedRegex(@"(?<!\{)\{[@$]?(?<name>\w+)[^{}]*\}")]
    private static partial Regex Hole();
}
