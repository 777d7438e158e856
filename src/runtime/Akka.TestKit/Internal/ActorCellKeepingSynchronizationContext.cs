using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.TestKit.Internal;

/// <summary>Gives the parts of a test that run after an await the same implicit sender as the part before it.</summary>
internal sealed class ActorCellKeepingSynchronizationContext : SynchronizationContext
{
    private readonly ActorCell? _cell;

    public ActorCellKeepingSynchronizationContext(ActorCell? cell) => _cell = cell;

    public override void Post(SendOrPostCallback d, object? state)
        => ThreadPool.QueueUserWorkItem(_ => Run(d, state), null);

    public override void Send(SendOrPostCallback d, object? state) => Run(d, state);

    public override SynchronizationContext CreateCopy() => new ActorCellKeepingSynchronizationContext(_cell);

    private void Run(SendOrPostCallback callback, object? state)
    {
        var previousContext = Current;
        var previousCell = InternalCurrentActorCellKeeper.Current;
        SetSynchronizationContext(this);
        InternalCurrentActorCellKeeper.Current = _cell!;
        try
        {
            callback(state);
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = previousCell;
            SetSynchronizationContext(previousContext);
        }
    }
}
