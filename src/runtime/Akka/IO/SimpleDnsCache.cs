using System.Collections.Concurrent;

namespace Akka.IO;

/// <summary>Answers with a time to live. Any thread may read; the resolver writes.</summary>
public class SimpleDnsCache : DnsBase
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The addresses of a name. A failure that is still remembered counts as nothing known.</summary>
    public override Dns.Resolved? Cached(string name) =>
        Answer(name) is { IsSuccess: true } answer ? answer : null;

    public void CleanUp()
    {
        var now = Clock();
        foreach (var entry in _entries)
        {
            if (!entry.Value.IsValid(now))
            {
                // Only this very entry: a newer answer may have taken its place by now.
                _entries.TryRemove(entry);
            }
        }
    }

    /// <summary>Milliseconds since some fixed moment.</summary>
    protected virtual long Clock() => Environment.TickCount64;

    internal void Put(Dns.Resolved answer, long ttlMillis)
    {
        var now = Clock();
        var until = ttlMillis > long.MaxValue - now ? long.MaxValue : now + ttlMillis;
        _entries[answer.Name] = new Entry(answer, until);
    }

    /// <summary>What was answered last, failures included, as long as it may be repeated.</summary>
    internal Dns.Resolved? Answer(string name) =>
        _entries.TryGetValue(name, out var entry) && entry.IsValid(Clock()) ? entry.Answer : null;

    private readonly record struct Entry(Dns.Resolved Answer, long Until)
    {
        public bool IsValid(long clock) => clock < Until;
    }
}
