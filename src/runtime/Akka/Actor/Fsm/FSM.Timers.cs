using Akka.Actor.Internal;
using Akka.Event;

namespace Akka.Actor;

public abstract partial class FSM<TState, TData>
{
    private readonly Dictionary<string, FsmTimer> _timers = [];
    private ICancelable? _stateTimer;
    // Of the state's time limit: raised by every message, so that a limit already in the mailbox counts no more.
    private long _generation;

    bool IInternalSupportsTestFSMRef<TState, TData>.IsStateTimerActive => _stateTimer is not null;

    /// <summary>Starts a timer, in place of the one that has its name.</summary>
    public void SetTimer(string name, object msg, TimeSpan timeout, bool repeat = false)
    {
        if (DebugEvent)
            _log.Debug($"setting {(repeat ? "repeating" : "")} timer {name}/{timeout}: {msg}");
        if (_timers.Remove(name, out var replaced))
            replaced.Cancel();
        var timer = new FsmTimer(Context.System.Scheduler, this, name, msg, repeat);
        // What the cell itself handles has to reach it as it is.
        Schedule(timer, msg is IAutoReceivedMessage ? msg : timer, timeout);
        _timers[name] = timer;
    }

    public void CancelTimer(string name)
    {
        if (DebugEvent)
            _log.Debug($"Cancelling timer {name}");
        if (_timers.Remove(name, out var timer))
            timer.Cancel();
    }

    public bool IsTimerActive(string name) => _timers.ContainsKey(name);

    private static void Schedule(FsmTimer timer, object message, TimeSpan timeout)
    {
        var scheduler = Context.System.Scheduler;
        var self = Context.Self;
        if (timer.Repeat)
            scheduler.ScheduleTellRepeatedly(timeout, timeout, self, message, self, timer);
        else
            scheduler.ScheduleTellOnce(timeout, self, message, self, timer);
    }

    private void OnTimer(FsmTimer timer)
    {
        if (!ReferenceEquals(timer.Owner, this)
            || !_timers.TryGetValue(timer.Name, out var current)
            || !ReferenceEquals(current, timer))
        {
            return;
        }

        CancelStateTimer();
        if (!timer.Repeat)
            _timers.Remove(timer.Name);
        Process(timer.Message, timer);
    }

    private void StartStateTimer(TimeSpan? limit)
    {
        if (limit is not { } timeout || timeout == TimeSpan.MaxValue)
            return;
        // Left over when the state was not left by a message: entered by Initialize, or from the outside by a test.
        _stateTimer?.Cancel();
        _stateTimer = Context.System.Scheduler.ScheduleTellOnceCancelable(
            timeout, Context.Self, new StateTimeoutMarker(_generation), Context.Self);
    }

    private void CancelStateTimer()
    {
        _stateTimer?.Cancel();
        _stateTimer = null;
        _generation++;
    }

    private void CancelAllTimers()
    {
        foreach (var timer in _timers.Values)
            timer.Cancel();
        _timers.Clear();
        CancelStateTimer();
    }
}
