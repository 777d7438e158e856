using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Akka.Actor;

/// <summary>The tasks of each phase, in the order they were added. Tasks may be added while others run.</summary>
internal sealed class ShutdownTasks
{
    private readonly ConcurrentDictionary<string, ImmutableList<ShutdownTask>> _tasks = new();

    public IEnumerable<string> Phases => _tasks.Keys;

    public void Add(string phase, ShutdownTask task) =>
        _tasks.AddOrUpdate(phase, _ => [task], (_, tasks) => tasks.Add(task));

    public IReadOnlyList<ShutdownTask> Of(string phase) => _tasks.GetValueOrDefault(phase, []);
}
