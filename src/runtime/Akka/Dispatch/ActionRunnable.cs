namespace Akka.Dispatch;

/// <summary>A delegate as a piece of work.</summary>
public sealed class ActionRunnable(Action action) : IRunnable
{
    public void Run() => action();

    public void Execute() => action();
}
