using System.Collections.Concurrent;

namespace ActorSockets.IO.Encryption;

/// <summary>
/// Does the handshakes' arithmetic on threads of the pool, on so many at once: a crowd of newcomers must not take the
/// processors from those who are being served.
/// </summary>
internal sealed class HandshakeWorkers(int most) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<Action> _steps = new();
    private int _active;

    /// <summary>Any thread. A step must not throw, and not wait.</summary>
    public void Queue(Action step)
    {
        _steps.Enqueue(step);
        StartOne();
    }

    /// <summary>One step; the next has to queue up behind the pool's other work.</summary>
    public void Execute()
    {
        if (_steps.TryDequeue(out var step))
        {
            step();
        }

        // The full fence orders the release before the look at the queue; Queue does the reverse.
        Interlocked.Decrement(ref _active);
        if (!_steps.IsEmpty)
        {
            StartOne();
        }
    }

    private void StartOne()
    {
        var active = Volatile.Read(ref _active);
        while (active < most)
        {
            var seen = Interlocked.CompareExchange(ref _active, active + 1, active);
            if (seen == active)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }

            active = seen;
        }
    }
}
