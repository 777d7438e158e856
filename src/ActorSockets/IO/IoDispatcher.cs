using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Dispatch;

namespace ActorSockets.IO;

/// <summary>Runs actors on the thread of one event loop.</summary>
internal sealed class IoDispatcher : MessageDispatcher
{
    private readonly IoLoop _loop;

    // Whose mailbox is whose: a mailbox does not tell. Actors come and go on any thread.
    private readonly Dictionary<Mailbox, ActorCell> _cells = [];

    public IoDispatcher(MessageDispatcherConfigurator configurator, IoLoop loop, int throughput)
        : base(configurator)
    {
        _loop = loop;
        Id = loop.DispatcherId;
        Throughput = throughput;
    }

    public override void Attach(ActorCell cell)
    {
        lock (_cells)
        {
            _cells[cell.Mailbox] = cell;
        }

        base.Attach(cell);
    }

    public override void Detach(ActorCell cell)
    {
        lock (_cells)
        {
            _cells.Remove(cell.Mailbox);
        }

        base.Detach(cell);
    }

    /// <summary>The actor that <paramref name="run"/> is a turn of; null: it has ended, or it is a task.</summary>
    public ActorCell? CellOf(IRunnable run)
    {
        lock (_cells)
        {
            return run is Mailbox mailbox ? _cells.GetValueOrDefault(mailbox) : null;
        }
    }

    protected override void ExecuteTask(IRunnable run) => _loop.Schedule(run);

    protected override void Shutdown()
    {
        // The loop serves sockets too, and ends with the actor system.
    }
}
