using Akka.Dispatch;

namespace ActorSockets.IO.Engine;

/// <summary>The event loops of one actor system.</summary>
internal sealed class IoEngine
{
    private readonly IoLoop[] _loops;
    private int _next = -1;

    /// <summary>
    /// Starts the loops. Beyond <paramref name="blockingLimit"/> a loop whose thread an actor holds gets another
    /// thread, and <paramref name="onBlocked"/> is told of what holds it, on the monitor's thread.
    /// </summary>
    public IoEngine(
        EngineKind kind,
        int threads,
        int bufferBytes,
        TimeSpan blockingLimit,
        Action<Exception> onError,
        Action<IoLoop, IRunnable> onBlocked)
        : this(LoopsOf(Resolve(kind)), threads, bufferBytes, onError)
    {
        var monitor = new BlockedLoopMonitor(_loops, blockingLimit, onBlocked);
        foreach (var loop in _loops)
        {
            loop.Monitor = monitor;
            loop.Start();
        }

        monitor.Start();
    }

    /// <summary>Takes loops of somebody else's making, who runs them.</summary>
    /// <param name="create">Makes a loop, from its number, its dispatcher's id, and the last two.</param>
    /// <param name="threads">How many loops there are.</param>
    /// <param name="bufferBytes">The size of each loop's buffers.</param>
    /// <param name="onError">Told of what a callback has thrown.</param>
    public IoEngine(
        Func<int, string, int, Action<Exception>, IoLoop> create,
        int threads,
        int bufferBytes,
        Action<Exception> onError)
    {
        _loops = Enumerable.Range(0, threads)
            .Select(index => create(index, $"actorsockets-io-thread-{index}", bufferBytes, onError))
            .ToArray();
    }

    public IReadOnlyList<IoLoop> Loops => _loops;

    /// <summary>The loop for the next connection, in turn. Any thread.</summary>
    public IoLoop Next() => _loops[(uint)Interlocked.Increment(ref _next) % (uint)_loops.Length];

    /// <summary>Ends all loops; their sockets are reset. Does not wait.</summary>
    public void Stop()
    {
        foreach (var loop in _loops)
        {
            loop.Stop();
        }
    }

    private static EngineKind Resolve(EngineKind kind) => kind switch
    {
        EngineKind.Auto => EpollLoop.IsSupported ? EngineKind.Epoll : EngineKind.Portable,
        EngineKind.Epoll when !EpollLoop.IsSupported => throw new PlatformNotSupportedException(
            "The epoll engine runs on Linux on x64 and arm64; set actorsockets.io.engine to auto or portable."),
        _ => kind,
    };

    private static Func<int, string, int, Action<Exception>, IoLoop> LoopsOf(EngineKind kind) =>
        kind == EngineKind.Epoll
            ? (index, id, bytes, onError) => new EpollLoop(index, id, bytes, onError)
            : (index, id, bytes, onError) => new PortableLoop(index, id, bytes, onError);
}
