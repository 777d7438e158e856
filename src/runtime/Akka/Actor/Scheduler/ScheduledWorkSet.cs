namespace Akka.Actor;

/// <summary>Several pieces of work under one cancelable.</summary>
internal sealed class ScheduledWorkSet(IScheduledWork first) : IScheduledWork
{
    private readonly object _lock = new();
    private HashSet<IScheduledWork>? _work = [first];

    public bool TryAdd(IScheduledWork work)
    {
        lock (_lock)
            return _work?.Add(work) ?? false;
    }

    public void Remove(IScheduledWork work)
    {
        lock (_lock)
            _work?.Remove(work);
    }

    public void Cancel()
    {
        HashSet<IScheduledWork>? work;
        lock (_lock)
        {
            work = _work;
            _work = null;
        }

        // Outside the lock: cancelling takes the scheduler's, which must stay the innermost one.
        foreach (var one in work ?? [])
            one.Cancel();
    }
}
