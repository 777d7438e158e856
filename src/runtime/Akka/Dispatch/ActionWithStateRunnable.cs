namespace Akka.Dispatch;

/// <summary>A delegate and its argument as a piece of work.</summary>
public sealed class ActionWithStateRunnable(Action<object> actionWithState, object state) : IRunnable
{
    public void Run() => actionWithState(state);

    public void Execute() => actionWithState(state);
}
