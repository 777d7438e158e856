using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.TestKit;

/// <summary>A test's reference to a state machine: its state and timers can be read and set.</summary>
public class TestFSMRef<TActor, TState, TData> : TestActorRefBase<TActor>
    where TActor : FSM<TState, TData>
    where TState : notnull
{
    public TestFSMRef(
        ActorSystem system,
        Props props,
        IActorRef? supervisor = null,
        string? name = null,
        bool activateLogging = false)
        : base(system, props, supervisor, name)
    {
        if (activateLogging)
            InternalRef.Tell(InternalActivateFsmLogging.Instance);
    }

    public TData StateData => UnderlyingActor.StateData;

    public TState StateName => UnderlyingActor.StateName;

    private IInternalSupportsTestFSMRef<TState, TData> Internals => UnderlyingActor;

    public void CancelTimer(string name) => UnderlyingActor.CancelTimer(name);

    public bool IsStateTimerActive() => Internals.IsStateTimerActive;

    public bool IsTimerActive(string name) => UnderlyingActor.IsTimerActive(name);

    public void SetState(TState stateName, TimeSpan? timeout = null) => SetState(stateName, StateData, timeout);

    public void SetState(
        TState stateName, TData stateData, TimeSpan? timeout = null, FSMBase.Reason? stopReason = null)
    {
        var state = new FSMBase.State<TState, TData>(stateName, stateData, timeout, stopReason);
        InternalRef.Cell.UseThreadContext(() => Internals.ApplyState(state));
    }

    public void SetStateData(TData stateData, TimeSpan? timeout = null) => SetState(StateName, stateData, timeout);

    public void SetStateTimeout(TimeSpan timeout) => SetState(StateName, StateData, timeout);

    public void SetTimer(string name, object msg, TimeSpan timeout, bool repeat = false)
        => InternalRef.Cell.UseThreadContext(() => UnderlyingActor.SetTimer(name, msg, timeout, repeat));
}
