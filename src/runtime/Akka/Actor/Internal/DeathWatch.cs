namespace Akka.Actor.Internal;

/// <summary>Whom a cell watches, who watches it, whose end is in its mailbox. On the cell's turn only.</summary>
internal sealed class DeathWatch
{
    // value: the message asked for in place of Terminated, or null
    private Dictionary<IActorRef, object?>? _watching;
    private Dictionary<IActorRef, object?>? _terminated;
    private HashSet<IActorRef>? _watchedBy;

    public bool IsWatching(IActorRef subject) => _watching?.ContainsKey(subject) == true;

    public void StartWatching(IActorRef subject, object? message) => (_watching ??= [])[subject] = message;

    public bool StopWatching(IActorRef subject) => StopWatching(subject, out _);

    public bool StopWatching(IActorRef subject, out object? message)
    {
        message = null;
        return _watching?.Remove(subject, out message) == true;
    }

    public void AddTermination(IActorRef subject, object? message) =>
        (_terminated ??= []).TryAdd(subject, message);

    public void ForgetTermination(IActorRef subject) => _terminated?.Remove(subject);

    public bool TakeTermination(IActorRef subject, out object? message)
    {
        message = null;
        return _terminated?.Remove(subject, out message) == true;
    }

    public bool AddWatcher(IActorRef watcher) => (_watchedBy ??= []).Add(watcher);

    public bool RemoveWatcher(IActorRef watcher) => _watchedBy?.Remove(watcher) == true;

    public IReadOnlyCollection<IActorRef> TakeWatchers()
    {
        var taken = _watchedBy;
        _watchedBy = null;
        return (IReadOnlyCollection<IActorRef>?)taken ?? [];
    }

    public IReadOnlyCollection<IActorRef> TakeWatched()
    {
        var taken = _watching;
        _watching = null;
        _terminated = null;
        return (IReadOnlyCollection<IActorRef>?)taken?.Keys ?? [];
    }
}
