namespace ActorSockets.IO.Engine;

/// <summary>
/// A callback for a loop's own thread. When the loop has ended it is dropped: it would find nothing to work on.
/// </summary>
/// <param name="action">What is run, as often as it is scheduled.</param>
/// <param name="onDropped">What gives back what the action was to take.</param>
internal sealed class LoopAction(Action action, Action? onDropped = null) : ILoopWork
{
    public void Run() => action();

    public void Execute() => action();

    public void Drop() => onDropped?.Invoke();
}
