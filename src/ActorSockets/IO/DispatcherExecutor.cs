using ActorSockets.IO.Engine;
using Akka.Dispatch;

namespace ActorSockets.IO;

/// <summary>Runs <see cref="LoopActorRef"/>s on any dispatcher, when their socket is not one of our engine's.</summary>
internal sealed class DispatcherExecutor(MessageDispatcher dispatcher) : ISerialExecutor
{
    public string DispatcherId => dispatcher.Id;

    public LoopEntry TryEnter() => LoopEntry.None;

    public void Leave(LoopEntry entry)
    {
        // Nothing is ever granted.
    }

    public void Schedule(IRunnable run) => dispatcher.Schedule(run);
}
