using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public partial class ActorCell
{
    private DeathWatch? _watch;

    public IActorRef Watch(IActorRef subject)
    {
        StartWatching((IInternalActorRef)subject, null);
        return subject;
    }

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        if (message is null) throw new ArgumentNullException(nameof(message), "message must not be null");
        StartWatching((IInternalActorRef)subject, message);
        return subject;
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        if (!subject.Equals(_self) && _watch is not null)
        {
            if (_watch.StopWatching(subject))
                ((IInternalActorRef)subject).SendSystemMessage(new Unwatch((IInternalActorRef)subject, _self));
            _watch.ForgetTermination(subject);
        }

        return subject;
    }

    // of several watches of one subject the first counts, with its message
    private void StartWatching(IInternalActorRef subject, object? message)
    {
        if (subject.Equals(_self)) return;
        var watch = _watch ??= new DeathWatch();
        if (watch.IsWatching(subject)) return;
        subject.SendSystemMessage(new Watch(subject, _self));
        watch.StartWatching(subject, message);
    }

    /// <summary>A stash gives back a termination that was taken before: it counts anew.</summary>
    internal void ExpectTermination(IActorRef subject) => _watch?.AddTermination(subject, null);

    /// <summary>A Terminated that was in the mailbox when its subject was unwatched is dropped here.</summary>
    protected void ReceivedTerminated(Terminated t)
    {
        if (_watch is null || !_watch.TakeTermination(t.ActorRef, out var message)) return;
        ReceiveMessage(message ?? t);
    }

    protected void WatchedActorTerminated(IActorRef actor, bool existenceConfirmed, bool addressTerminated)
    {
        if (_watch is not null && _watch.StopWatching(actor, out var message) && !IsTerminating)
        {
            _watch.AddTermination(actor, message);
            _self.Tell(new Terminated(actor, existenceConfirmed, addressTerminated), actor);
        }

        if (_children?.Contains(actor) == true) OnChildTerminated(actor);
    }

    protected void AddWatcher(IActorRef watchee, IActorRef watcher)
    {
        var isWatchee = watchee.Equals(_self);
        var isWatcher = watcher.Equals(_self);
        if (isWatchee && !isWatcher)
        {
            if ((_watch ??= new DeathWatch()).AddWatcher(watcher) && _system.Settings.DebugLifecycle)
                Debug($"now watched by {watcher}");
        }
        else if (!isWatchee && isWatcher)
        {
            Watch(watchee);
        }
        else
        {
            Warn($"BUG: illegal Watch({watchee},{watcher} for {_self}");
        }
    }

    protected void RemWatcher(IActorRef watchee, IActorRef watcher)
    {
        var isWatchee = watchee.Equals(_self);
        var isWatcher = watcher.Equals(_self);
        if (isWatchee && !isWatcher)
        {
            if (_watch?.RemoveWatcher(watcher) == true && _system.Settings.DebugLifecycle)
                Debug($"no longer watched by {watcher}");
        }
        else if (!isWatchee && isWatcher)
        {
            Unwatch(watchee);
        }
        else
        {
            Warn($"BUG: illegal Unwatch({watchee},{watcher} for {_self}");
        }
    }

    // the parent has its own notification, which serves it as a watcher too
    protected void TellWatchersWeDied()
    {
        if (_watch is null) return;
        foreach (var watcher in _watch.TakeWatchers())
        {
            if (watcher.Equals(_parent)) continue;
            ((IInternalActorRef)watcher).SendSystemMessage(
                new DeathWatchNotification(_self, existenceConfirmed: true, addressTerminated: false));
        }
    }

    private void UnwatchWatchedActors()
    {
        if (_watch is null) return;
        foreach (var subject in _watch.TakeWatched())
            ((IInternalActorRef)subject).SendSystemMessage(new Unwatch((IInternalActorRef)subject, _self));
    }
}
