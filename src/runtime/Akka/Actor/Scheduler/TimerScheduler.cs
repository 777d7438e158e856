using Akka.Event;

namespace Akka.Actor.Scheduler;

/// <summary>The timers of one incarnation of an actor.</summary>
internal sealed class TimerScheduler : ITimerScheduler
{
    private readonly IActorContext _context;
    private readonly Dictionary<object, ActorTimer> _timers = [];
    private readonly bool _isDebug;
    private int _generation;

    public TimerScheduler(IActorContext context)
    {
        _context = context;
        _isDebug = context.System.Settings.DebugTimerScheduler;
    }

    public IReadOnlyCollection<object> ActiveTimers => _timers.Keys.ToArray();

    public IActionScheduler Scheduler => _context.System.Scheduler.Advanced;

    private ILoggingAdapter? DebugLog => _isDebug ? _context.System.Log : null;

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) =>
        Start(key, msg, interval, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) =>
        Start(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        Start(key, msg, initialDelay, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(
        object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender) =>
        Start(key, msg, initialDelay, interval, sender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) =>
        Start(key, msg, timeout, null, ActorRefs.NoSender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender) =>
        Start(key, msg, timeout, null, sender);

    public bool IsTimerActive(object key) => _timers.ContainsKey(key);

    public void Cancel(object key)
    {
        if (!_timers.Remove(key, out var timer))
            return;
        DebugLog?.Debug("Cancel timer [{0}] with generation [{1}]", key, timer.Generation);
        timer.Cancel();
    }

    public void CancelAll()
    {
        DebugLog?.Debug("Cancel all timers");
        foreach (var timer in _timers.Values)
            timer.Cancel();
        _timers.Clear();
    }

    /// <summary>The message that a timer carries; null when it must be dropped, because the timer is gone.</summary>
    public object? InterceptTimerMsg(ITimerMsg timerMsg)
    {
        if (!_timers.TryGetValue(timerMsg.Key, out var timer))
        {
            DebugLog?.Debug("Received timer [{0}] that has been removed, discarding", timerMsg.Key);
            return null;
        }

        if (ReferenceEquals(timer, timerMsg))
            return Take(timer);
        LogOutdated(timer, timerMsg);
        return null;
    }

    private void Start(object key, object message, TimeSpan initialDelay, TimeSpan? interval, IActorRef sender)
    {
        Cancel(key);
        var timer = Create(key, message, interval.HasValue);
        DebugLog?.Debug("Start timer [{0}] with generation [{1}]", key, timer.Generation);
        var scheduler = _context.System.Scheduler;
        if (interval is { } period)
            scheduler.ScheduleTellRepeatedly(initialDelay, period, _context.Self, timer, sender, timer);
        else
            scheduler.ScheduleTellOnce(initialDelay, _context.Self, timer, sender, timer);
        _timers[key] = timer;
    }

    private ActorTimer Create(object key, object message, bool isRepeating)
    {
        _generation++;
        return message is INotInfluenceReceiveTimeout
            ? new QuietActorTimer(this, key, message, _generation, isRepeating)
            : new ActorTimer(this, key, message, _generation, isRepeating);
    }

    private object Take(ActorTimer timer)
    {
        if (!timer.IsRepeating)
            _timers.Remove(timer.Key);
        return timer.Message;
    }

    private void LogOutdated(ActorTimer current, ITimerMsg timerMsg)
    {
        if (ReferenceEquals(timerMsg.Owner, this))
        {
            DebugLog?.Debug(
                "Received timer [{0}] from old generation [{1}], expected generation [{2}], discarding",
                timerMsg.Key,
                timerMsg.Generation,
                current.Generation);
        }
        else
        {
            DebugLog?.Debug("Received timer [{0}] from old restarted instance, discarding", timerMsg.Key);
        }
    }
}
