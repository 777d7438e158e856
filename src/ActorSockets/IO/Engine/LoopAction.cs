using Akka.Dispatch;

namespace ActorSockets.IO.Engine;

/// <summary>A callback that is scheduled again and again, without an allocation each time.</summary>
internal sealed class LoopAction(Action action) : IRunnable
{
    public void Run() => action();

    public void Execute() => action();
}
