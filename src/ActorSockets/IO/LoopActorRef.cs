using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using StopRequest = Akka.Dispatch.SysMsg.Terminate;

namespace ActorSockets.IO;

/// <summary>
/// An actor without a cell: takes messages and death watch like any other, one at a time, on an event loop or a
/// dispatcher. Costs one object instead of a mailbox, a cell and a hop.
/// </summary>
/// <remarks>
/// Rules for deriving:
/// <list type="bullet">
/// <item>State is touched only in the protected callbacks, and in I/O callbacks of the loop that is the executor.
/// The executor never changes.</item>
/// <item>A message told on the loop's own thread is handled before <c>Tell</c> returns, unless this actor is handling
/// something already or has letters waiting (order is kept): then it waits its turn. So after every <c>Tell</c> to
/// somebody else the own state may have changed, unless <see cref="IsBusy"/> was set; look again.</item>
/// <item>It ends by <see cref="Terminate"/>, once, after having given back what it holds. A
/// <see cref="PoisonPill"/>, <see cref="Kill"/>, stop or exception leads to <see cref="OnStop"/>, which must do that.
/// There is no restart.</item>
/// <item>Afterwards messages go to dead letters and watchers are answered at once.</item>
/// </list>
/// </remarks>
internal abstract class LoopActorRef : MinimalActorRef, ILoopWork
{
    /// <summary>Letters handled before others on the same executor get their turn.</summary>
    private const int MaxLettersPerRun = 64;

    private static long _lastUid;

    private readonly long _uid = Interlocked.Increment(ref _lastUid);
    private readonly IInternalActorRef _parent;
    private ActorPath? _path;
    private ILoggingAdapter? _log;
    private List<IInternalActorRef>? _watchers;
    private List<IInternalActorRef>? _watched;
    private Inbox _letters;
    private Inbox _systemLetters;
    private int _isScheduled;
    private volatile bool _isTerminated;

    protected LoopActorRef(ExtendedActorSystem system, IInternalActorRef parent, ISerialExecutor executor)
    {
        ActorSystem = system;
        _parent = parent;
        Executor = executor;
    }

    public ISerialExecutor Executor { get; }

    /// <summary>Made when it is first asked for: most connections are never named.</summary>
    public override ActorPath Path => _path ??= new ChildActorPath(_parent.Path, $"{Kind}-{_uid}", _uid);

    public override IActorRefProvider Provider => ActorSystem.Provider;

    public override IInternalActorRef Parent => _parent;

    public override bool IsTerminated => _isTerminated;

    protected ExtendedActorSystem ActorSystem { get; }

    /// <summary>What it is, as the first part of its name.</summary>
    protected abstract string Kind { get; }

    protected ILoggingAdapter Log => _log ??= Logging.GetLogger(ActorSystem, this);

    /// <summary>
    /// Whether something is being handled. I/O callbacks set it while they cannot bear being interrupted by a message
    /// that somebody sends in return; it then waits. <see cref="Uninterrupted"/> does so where it need not be fast.
    /// </summary>
    protected bool IsBusy { get; set; }

    public override void SendSystemMessage(ISystemMessage message) =>
        Post(ref _systemLetters, message, ActorRefs.Nobody);

    public override void Stop() => SendSystemMessage(new StopRequest());

    /// <summary>Handles what has been sent from elsewhere. Called by the executor only.</summary>
    public void Run()
    {
        IsBusy = true;
        for (var n = 0; n < MaxLettersPerRun && TakeLetter() is { } letter; n++)
        {
            Handle(letter.Message, letter.Sender);
        }

        IsBusy = false;
        // The full fence of the exchange orders the release before the look at the inboxes; a writer does the reverse.
        Interlocked.Exchange(ref _isScheduled, 0);
        if (!_letters.IsEmpty || !_systemLetters.IsEmpty)
        {
            ScheduleRun();
        }
    }

    public void Execute() => Run();

    protected sealed override void TellInternal(object message, IActorRef? sender) =>
        Post(ref _letters, message, sender ?? ActorSystem.DeadLetters);

    /// <summary>One message, in the order of arrival, by whoever sent it.</summary>
    protected abstract void OnMessage(object message, IActorRef sender);

    /// <summary>An actor that is watched has died.</summary>
    protected virtual void OnTerminated(IActorRef actor)
    {
    }

    /// <summary>
    /// Asked to end, by whatever means but a message of its own protocol. Must call <see cref="Terminate"/>.
    /// </summary>
    protected abstract void OnStop();

    /// <summary>
    /// What others send in return waits until <paramref name="action"/> is done. For the executor's thread.
    /// </summary>
    protected void Uninterrupted(Action action)
    {
        var wasBusy = IsBusy;
        IsBusy = true;
        try
        {
            action();
        }
        finally
        {
            IsBusy = wasBusy;
        }
    }

    /// <summary>A callback has thrown. Must call <see cref="Terminate"/>.</summary>
    protected virtual void OnFailure(Exception cause) => OnStop();

    /// <summary>A message that the present state has no use for.</summary>
    protected void Unhandled(object message, IActorRef sender) =>
        ActorSystem.EventStream.Publish(new UnhandledMessage(message, sender, this));

    /// <summary>Told of the death of <paramref name="actor"/> by <see cref="OnTerminated"/>, until unwatched.</summary>
    protected void Watch(IActorRef actor)
    {
        if (actor is IInternalActorRef watchee)
        {
            (_watched ??= new List<IInternalActorRef>(1)).Add(watchee);
            watchee.SendSystemMessage(new Watch(watchee, this));
        }
    }

    protected void Unwatch(IActorRef actor)
    {
        if (actor is IInternalActorRef watchee && _watched?.Remove(watchee) == true)
        {
            watchee.SendSystemMessage(new Unwatch(watchee, this));
        }
    }

    /// <summary>Dies: watchers are told, and whatever is still waiting or comes later is a dead letter.</summary>
    protected void Terminate()
    {
        if (_isTerminated)
        {
            return;
        }

        _isTerminated = true;
        foreach (var watchee in _watched ?? [])
        {
            watchee.SendSystemMessage(new Unwatch(watchee, this));
        }

        foreach (var watcher in _watchers ?? [])
        {
            watcher.SendSystemMessage(new DeathWatchNotification(this, true, false));
        }

        _watched = null;
        _watchers = null;
        // Those who have found it alive a moment ago have pushed, or will push, and schedule a run: that run finds it
        // dead. What was here before has been scheduled too.
    }

    /// <summary>
    /// In place where that is allowed, otherwise by way of the inbox. In place, no letter may be waiting: it could be
    /// from the same sender.
    /// </summary>
    private void Post(ref Inbox inbox, object message, IActorRef sender)
    {
        var entry = Executor.TryEnter();
        if (entry != LoopEntry.None)
        {
            var isDone = TryHandleInPlace(message, sender);
            Executor.Leave(entry);
            if (isDone)
            {
                return;
            }
        }

        inbox.Push(new Letter(message, sender));
        if (Volatile.Read(ref _isScheduled) == 0)
        {
            ScheduleRun();
        }
    }

    private bool TryHandleInPlace(object message, IActorRef sender)
    {
        if (IsBusy || !_letters.IsEmpty || !_systemLetters.IsEmpty)
        {
            return false;
        }

        IsBusy = true;
        Handle(message, sender);
        IsBusy = false;
        return true;
    }

    private void ScheduleRun()
    {
        if (Interlocked.Exchange(ref _isScheduled, 1) == 0)
        {
            Executor.Schedule(this);
        }
    }

    private Letter? TakeLetter() => _systemLetters.Take() ?? _letters.Take();

    private void Handle(object message, IActorRef sender)
    {
        try
        {
            if (message is SystemMessage system)
            {
                OnSystemMessage(system);
            }
            else if (_isTerminated)
            {
                OnDeadLetter(message, sender);
            }
            else
            {
                OnUserMessage(message, sender);
            }
        }
        catch (Exception e)
        {
            // An option hook or an extension of the protocol that is not ours has thrown, or there is a mistake in
            // here: this one ends, the loop and all others go on.
            Log.Error(e, "Failed while handling {0}", message.GetType());
            if (!_isTerminated)
            {
                OnFailure(e);
            }
        }
    }

    private void OnUserMessage(object message, IActorRef sender)
    {
        switch (message)
        {
            case PoisonPill or Kill:
                OnStop();
                break;
            case Death death:
                OnDeath(death.Actor);
                break;
            case Identify identify:
                sender.Tell(new ActorIdentity(identify.MessageId, this), this);
                break;
            default:
                OnMessage(message, sender);
                break;
        }
    }

    private void OnSystemMessage(SystemMessage message)
    {
        switch (message)
        {
            case Watch watch:
                AddWatcher(watch.Watcher);
                break;
            case Unwatch unwatch:
                _watchers?.Remove(unwatch.Watcher);
                break;
            case DeathWatchNotification notification when !_isTerminated:
                OnDeathWatchNotification(notification.Actor);
                break;
            case StopRequest when !_isTerminated:
                OnStop();
                break;
            default:
                // Suspend, Resume, Recreate and Failed come from supervision: nobody supervises this, it has no
                // children, and it is never restarted.
                break;
        }
    }

    private void AddWatcher(IInternalActorRef watcher)
    {
        if (_isTerminated)
        {
            watcher.SendSystemMessage(new DeathWatchNotification(this, false, false));
        }
        else if (_watchers?.Contains(watcher) != true)
        {
            (_watchers ??= new List<IInternalActorRef>(1)).Add(watcher);
        }
    }

    /// <summary>As with any actor, the news comes behind what the dead one had sent before it died.</summary>
    private void OnDeathWatchNotification(IActorRef actor)
    {
        if (_letters.IsEmpty)
        {
            OnDeath(actor);
        }
        else
        {
            _letters.Push(new Letter(new Death(actor), ActorRefs.Nobody));
        }
    }

    /// <summary>
    /// By path and uid: a wrapper such as a test probe may be what is watched, and its actor is what has died.
    /// </summary>
    private void OnDeath(IActorRef actor)
    {
        var path = actor.Path;
        if (_watched?.RemoveAll(watched => watched.Path.Uid == path.Uid && watched.Path.Equals(path)) > 0)
        {
            OnTerminated(actor);
        }
    }

    private void OnDeadLetter(object message, IActorRef sender)
    {
        if (message is Identify identify)
        {
            sender.Tell(new ActorIdentity(identify.MessageId, ActorRefs.Nobody), ActorRefs.NoSender);
        }
        else if (message is not Death && !IsIgnoredWhenDead(message))
        {
            ActorSystem.DeadLetters.Tell(new DeadLetter(message, sender, this), sender);
        }
    }

    /// <summary>Whether a message that comes too late is nothing that anybody need know of.</summary>
    protected virtual bool IsIgnoredWhenDead(object message) => false;

    private sealed class Death(IActorRef actor)
    {
        public IActorRef Actor { get; } = actor;
    }
}
