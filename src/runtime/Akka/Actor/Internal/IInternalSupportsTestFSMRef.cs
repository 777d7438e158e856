namespace Akka.Actor.Internal;

/// <summary>What the TestKit does to a state machine from outside.</summary>
public interface IInternalSupportsTestFSMRef<TState, TData>
{
    bool IsStateTimerActive { get; }

    void ApplyState(FSMBase.State<TState, TData> upcomingState);
}
