namespace Akka.Tests.Actor.Cell;

/// <summary>What an actor's hooks were called with, in order; and which of them are to throw.</summary>
internal sealed class HookLog
{
    private readonly List<string> _entries = [];

    public HashSet<string> Throwing { get; } = [];

    public string Text => string.Join(" ", _entries);

    public void Clear() => _entries.Clear();

    public int Count(string entry) => _entries.Count(e => e == entry);

    public void Add(string entry)
    {
        _entries.Add(entry);
        if (Throwing.Contains(entry)) throw new InvalidOperationException($"{entry} threw");
    }
}
