using Akka.Actor.Internal;
using Akka.Event;
using Akka.Routing;

namespace Akka.Actor;

public abstract partial class FSM<TState, TData>
{
    void IInternalSupportsTestFSMRef<TState, TData>.ApplyState(State<TState, TData> upcomingState) =>
        ApplyState(upcomingState);

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case StateTimeoutMarker marker:
                OnStateTimeout(marker);
                break;
            case FsmTimer timer:
                OnTimer(timer);
                break;
            case SubscribeTransitionCallBack subscribe:
                Subscribe(subscribe.ActorRef);
                break;
            case Listen listen:
                Subscribe(listen.Listener);
                break;
            case UnsubscribeTransitionCallBack unsubscribe:
                Unsubscribe(unsubscribe.ActorRef);
                break;
            case Deafen deafen:
                Unsubscribe(deafen.Listener);
                break;
            case InternalActivateFsmLogging:
                DebugEvent = true;
                break;
            default:
                CancelStateTimer();
                Process(message, Sender);
                break;
        }

        return true;
    }

    protected override void PostStop()
    {
        // A restart ends here as well: the next instance starts afresh.
        if (_currentState is not null)
            Terminate(Stay().WithStopReason(Shutdown.Instance));
        base.PostStop();
    }

    // A listener's end comes back as an event of the machine.
    private void Subscribe(IActorRef listener)
    {
        Context.Watch(listener);
        Listeners.Add(listener);
        listener.Tell(new CurrentState<TState>(Self, Current.StateName), Self);
    }

    private void Unsubscribe(IActorRef listener)
    {
        Context.Unwatch(listener);
        Listeners.Remove(listener);
    }

    private void OnStateTimeout(StateTimeoutMarker marker)
    {
        if (marker.Generation != _generation)
            return;
        CancelStateTimer();
        Process(StateTimeout.Instance, "state timeout");
    }

    private void Process(object message, object? source)
    {
        var fsmEvent = new Event<TData>(message, Current.StateData);
        if (DebugEvent)
            _log.Debug("processing {0} from {1} in state {2}", fsmEvent, source ?? "unknown", StateName);
        var before = Current;
        var upcoming = _stateFunctions[before.StateName](fsmEvent) ?? HandleUnhandled(fsmEvent);
        ApplyState(upcoming);
        if (DebugEvent && !Equals(before, upcoming))
            _log.Debug("transition {0} -> {1}", before, upcoming);
    }

    private State<TState, TData> HandleUnhandled(Event<TData> fsmEvent)
    {
        if (_unhandled?.Invoke(fsmEvent) is { } state)
            return state;
        _log.Warning("unhandled event {0} in state {1}", fsmEvent.FsmEvent, StateName);
        return Stay();
    }

    private void ApplyState(State<TState, TData> upcoming)
    {
        if (upcoming.StopReason is null)
        {
            MakeTransition(upcoming);
            return;
        }

        Reply(upcoming);
        Terminate(upcoming);
        Context.Stop(Self);
    }

    private void MakeTransition(State<TState, TData> upcoming)
    {
        if (!_stateFunctions.ContainsKey(upcoming.StateName))
        {
            var failure = new Failure($"Next state {upcoming.StateName} does not exist");
            Terminate(Stay().WithStopReason(failure));
            return;
        }

        Reply(upcoming);
        if (upcoming.Notifies || !Equals(Current.StateName, upcoming.StateName))
            Announce(upcoming);
        _currentState = upcoming;
        StartStateTimer(upcoming.Timeout ?? _stateTimeouts[upcoming.StateName]);
    }

    private void Announce(State<TState, TData> upcoming)
    {
        _nextState = upcoming;
        foreach (var handler in _transitionHandlers)
            handler(Current.StateName, upcoming.StateName);
        Listeners.Gossip(new Transition<TState>(Self, Current.StateName, upcoming.StateName));
        _nextState = null;
    }

    private void Reply(State<TState, TData> upcoming)
    {
        for (var i = upcoming.Replies.Count - 1; i >= 0; i--)
            Sender.Tell(upcoming.Replies[i], Self);
    }

    private void Terminate(State<TState, TData> upcoming)
    {
        if (Current.StopReason is not null)
            return;
        var reason = upcoming.StopReason!;
        LogTermination(reason);
        CancelAllTimers();
        _currentState = upcoming;
        _onTermination?.Invoke(new StopEvent<TState, TData>(reason, upcoming.StateName, upcoming.StateData));
    }
}
