using System.Collections.Concurrent;

namespace Akka.Dispatch;

/// <summary>A fixed number of threads of its own. They start with the first work and end when idle for a while, so a
/// dispatcher that nobody uses costs nothing.</summary>
internal sealed class DedicatedThreads(string id, int threads) : ExecutorService(id)
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(5);

    private readonly ConcurrentQueue<IRunnable> _work = new();
    private readonly SemaphoreSlim _available = new(0);
    private readonly Lock _lock = new();
    private int _running;

    public override void Execute(IRunnable run)
    {
        _work.Enqueue(run);
        _available.Release();
        if (Volatile.Read(ref _running) < threads) StartOne();
    }

    public override void Shutdown()
    {
    }

    private void StartOne()
    {
        lock (_lock)
        {
            if (_running >= threads) return;
            _running++;
        }

        new Thread(Work) { IsBackground = true, Name = Id }.Start();
    }

    private void Work()
    {
        do
        {
            while (_available.Wait(IdleTime))
            {
                if (_work.TryDequeue(out var run)) run.Run();
            }
        }
        while (!MayEnd());
    }

    // A sender enqueues, then reads the count; this gives the count back, then reads the queue: one sees the other.
    private bool MayEnd()
    {
        lock (_lock)
        {
            Interlocked.Decrement(ref _running);
            if (_work.IsEmpty) return true;
            _running++;
            return false;
        }
    }
}
