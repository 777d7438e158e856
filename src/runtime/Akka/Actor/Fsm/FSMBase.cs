namespace Akka.Actor;

/// <summary>What finite state machines say, to themselves and to others.</summary>
public abstract partial class FSMBase : ActorBase
{
    /// <summary>Answers a subscription with the state that the machine is in.</summary>
    public sealed class CurrentState<TS>(IActorRef fsmRef, TS state)
    {
        public IActorRef FsmRef { get; } = fsmRef;

        public TS State { get; } = state;

        public override bool Equals(object? obj) =>
            obj is CurrentState<TS> other && Equals(FsmRef, other.FsmRef) && Equals(State, other.State);

        public override int GetHashCode() => HashCode.Combine(FsmRef, State);

        public override string ToString() => $"CurrentState <{State}>";
    }

    /// <summary>Tells subscribers that the machine goes from one state to another.</summary>
    public sealed class Transition<TS>(IActorRef fsmRef, TS from, TS to)
    {
        public IActorRef FsmRef { get; } = fsmRef;

        public TS From { get; } = from;

        public TS To { get; } = to;

        public override bool Equals(object? obj) =>
            obj is Transition<TS> other
            && Equals(FsmRef, other.FsmRef)
            && Equals(From, other.From)
            && Equals(To, other.To);

        public override int GetHashCode() => HashCode.Combine(FsmRef, From, To);

        public override string ToString() => $"Transition({From}, {To})";
    }

    /// <summary>Asks for a <see cref="CurrentState{TS}"/> now, and a <see cref="Transition{TS}"/> each time.</summary>
    public sealed class SubscribeTransitionCallBack(IActorRef actorRef)
    {
        public IActorRef ActorRef { get; } = actorRef;
    }

    /// <summary>Ends a subscription.</summary>
    public sealed class UnsubscribeTransitionCallBack(IActorRef actorRef)
    {
        public IActorRef ActorRef { get; } = actorRef;
    }

    /// <summary>Why a machine stops.</summary>
    public abstract class Reason
    {
    }

    /// <summary>The machine stops by its own will.</summary>
    public sealed class Normal : Reason
    {
        private Normal()
        {
        }

        public static Normal Instance { get; } = new();
    }

    /// <summary>The machine was stopped from outside, or restarts.</summary>
    public sealed class Shutdown : Reason
    {
        private Shutdown()
        {
        }

        public static Shutdown Instance { get; } = new();
    }

    /// <summary>The machine stops because of an error: an exception or any other description.</summary>
    public sealed class Failure(object cause) : Reason
    {
        public object Cause { get; } = cause;

        public override string ToString() => $"Failure({Cause})";
    }

    /// <summary>The event of a state that lasted too long.</summary>
    public sealed class StateTimeout
    {
        private StateTimeout()
        {
        }

        public static StateTimeout Instance { get; } = new();
    }

    /// <summary>A message together with the machine's data.</summary>
    public readonly struct Event<TD>(object fsmEvent, TD stateData) : INoSerializationVerificationNeeded
    {
        public object FsmEvent { get; } = fsmEvent;

        public TD StateData { get; } = stateData;

        public override string ToString() => $"Event: <{FsmEvent}>, StateData: <{StateData}>";
    }

    /// <summary>What a machine was and had when it stopped.</summary>
    public sealed class StopEvent<TS, TD>(Reason reason, TS terminatedState, TD stateData)
        : INoSerializationVerificationNeeded
    {
        public Reason Reason { get; } = reason;

        public TS TerminatedState { get; } = terminatedState;

        public TD StateData { get; } = stateData;

        public override string ToString() =>
            $"Reason: <{Reason}>, TerminatedState: <{TerminatedState}>, StateData: <{StateData}>";
    }

    /// <summary>One event in the log of a machine.</summary>
    public sealed class LogEntry<TS, TD>(TS stateName, TD stateData, object fsmEvent)
    {
        public TS StateName { get; } = stateName;

        public TD StateData { get; } = stateData;

        public object FsmEvent { get; } = fsmEvent;

        public override string ToString() =>
            $"StateName: <{StateName}>, StateData: <{StateData}>, FsmEvent: <{FsmEvent}>";
    }
}
