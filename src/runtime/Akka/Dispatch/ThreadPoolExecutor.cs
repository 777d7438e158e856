namespace Akka.Dispatch;

/// <summary>Runs work on the .NET thread pool.</summary>
/// <remarks>
/// Work that a running mailbox causes goes to its worker's own queue: the two halves of a conversation then share one
/// warm core, and an idle worker still steals. That queue is last in, first out, so two actors that talk without pause
/// would keep older entries below them waiting for ever: every sixteenth goes to the global queue instead, which lets
/// the worker come back to what lies below.
/// </remarks>
internal sealed class ThreadPoolExecutor(string id) : ExecutorService(id)
{
    private const int LocalInARow = 16;

    [ThreadStatic]
    private static int _localInARow;

    public override void Execute(IRunnable run)
    {
        var local = ++_localInARow < LocalInARow;
        if (!local) _localInARow = 0;
        ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: local);
    }

    public override void Shutdown()
    {
    }
}
