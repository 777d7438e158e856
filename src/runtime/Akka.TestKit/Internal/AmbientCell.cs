using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.TestKit.Internal;

/// <summary>
/// The cell whose actor is the implicit sender of a test, on the thread that began the test. The thread goes on to
/// other work when the test ends or awaits, and must not send in its name then: the flow of execution tells when.
/// </summary>
internal static class AmbientCell
{
    private static readonly AsyncLocal<ActorCell?> Flow = new(OnFlowChanged);

    // Not the cell that is current: an actor may run on this thread just now, the actor of the test itself included.
    [ThreadStatic]
    private static ActorCell? _installed;

    public static void Install(ActorCell? cell)
    {
        InternalCurrentActorCellKeeper.Current = cell!;
        SynchronizationContext.SetSynchronizationContext(new ActorCellKeepingSynchronizationContext(cell));
        _installed = cell;
        Flow.Value = cell;
    }

    private static void OnFlowChanged(AsyncLocalValueChangedArgs<ActorCell?> change)
    {
        if (_installed is not { } cell || ReferenceEquals(cell, change.CurrentValue))
            return;

        _installed = null;
        if (ReferenceEquals(cell, InternalCurrentActorCellKeeper.Current))
            InternalCurrentActorCellKeeper.Current = null!;
    }
}
