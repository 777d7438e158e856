namespace Akka.Dispatch;

/// <summary>Posts work to the synchronization context in which the dispatcher was made: a UI thread's, say.</summary>
internal sealed class SynchronizationContextExecutor(string id) : ExecutorService(id)
{
    private readonly SynchronizationContext _context = SynchronizationContext.Current
        ?? throw new InvalidOperationException(
            "The current SynchronizationContext may not be used as a TaskScheduler.");

    public override void Execute(IRunnable run) => _context.Post(static state => ((IRunnable)state!).Run(), run);

    public override void Shutdown()
    {
    }
}
