using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Akka.Dispatch;

namespace ActorSockets.IO.Engine;

/// <summary>
/// One event loop: waits for sockets, runs their callbacks, and runs what was scheduled meanwhile, actors included, on
/// one thread.
/// </summary>
/// <remarks>
/// A turn is: poll, callbacks, runnables (bounded, so that actors cannot starve I/O nor I/O actors), flush of what the
/// turn wrote. All state is in fields and the thread only owns it (<see cref="IsCurrent"/>), so that another thread can
/// take a blocked loop over.
/// </remarks>
internal abstract class IoLoop : ISerialExecutor
{
    /// <summary>How many runnables a turn runs, and how long, before it polls again.</summary>
    private const int MaxRunnables = 128;
    private static readonly long MaxTurnTicks = Stopwatch.Frequency / 2000;

    private readonly RunQueue _local = new();
    private readonly ConcurrentQueue<IRunnable> _remote = new();
    private readonly SlotTable<ILoopResident> _residents = new();
    private readonly Action<Exception> _onError;
    private List<IFlushable> _dirty = [];
    private List<IFlushable> _flushing = [];
    private volatile int _owner;
    private volatile int _sleeping;
    private volatile bool _stopping;
    private volatile bool _stopped;

    protected IoLoop(int index, string dispatcherId, int bufferBytes, Action<Exception> onError)
    {
        Index = index;
        DispatcherId = dispatcherId;
        _onError = onError;
        ReadBuffer = GC.AllocateUninitializedArray<byte>(bufferBytes, pinned: true);
        WriteBuffer = GC.AllocateUninitializedArray<byte>(bufferBytes, pinned: true);
    }

    public int Index { get; }

    public string DispatcherId { get; }

    /// <summary>Every connection of the loop reads into this; nothing keeps a slice of it beyond the call.</summary>
    public byte[] ReadBuffer { get; }

    /// <summary>Small writes are gathered here for one send; nothing keeps a slice of it beyond the call.</summary>
    public byte[] WriteBuffer { get; }

    public bool IsCurrent => _owner == Environment.CurrentManagedThreadId;

    protected bool IsStopping => _stopping;

    public void Start()
    {
        var thread = new Thread(Run) { IsBackground = true, Name = DispatcherId };
        thread.Start();
    }

    /// <summary>
    /// Ends the loop after its present turn. Does not wait: the caller may be on the loop's own thread.
    /// </summary>
    public void Stop()
    {
        _stopping = true;
        Wake();
    }

    public void Schedule(IRunnable run)
    {
        if (IsCurrent)
        {
            _local.Enqueue(run);
            return;
        }

        _remote.Enqueue(run);
        // The fence orders the enqueue before the look at _sleeping. The loop does the reverse: it sets _sleeping and
        // then looks at the queue. One of the two sees the other, so no wake-up is lost.
        Interlocked.MemoryBarrier();
        if (_sleeping != 0 && Interlocked.Exchange(ref _sleeping, 0) != 0)
        {
            Wake();
        }
        else if (_stopped)
        {
            RunLeftoversElsewhere();
        }
    }

    /// <summary>
    /// Flushes <paramref name="writer"/> once when the turn ends. It is up to the writer not to ask twice.
    /// </summary>
    public void FlushAtEndOfTurn(IFlushable writer) => _dirty.Add(writer);

    /// <summary>Enters what is told when the loop ends, and gives it its key.</summary>
    public void Add(ILoopResident resident) => resident.Key = _residents.Add(resident);

    public void Remove(ILoopResident resident) => _residents.Remove(resident.Key);

    /// <summary>Accepts on a bound, listening socket, which becomes the acceptor's.</summary>
    public abstract Acceptor Listen(Socket socket, IAcceptorOwner owner);

    /// <summary>Takes an accepted socket of this or another loop of the engine into this one. Any thread.</summary>
    public abstract Transport Adopt(AcceptedSocket accepted);

    /// <summary>Starts to connect. The socket becomes the attempt's.</summary>
    public abstract ConnectAttempt Connect(Socket socket, EndPoint remote, IConnectOwner owner);

    /// <summary>
    /// Runs callbacks of sockets that are ready, after waiting for one if <paramref name="mayWait"/>.
    /// </summary>
    protected abstract void Poll(bool mayWait);

    /// <summary>Ends a wait in <see cref="Poll"/>. Any thread.</summary>
    protected abstract void Wake();

    /// <summary>Gives back what the loop itself owns, on its thread, after its last turn.</summary>
    protected abstract void Release();

    /// <summary>Runs one callback or runnable; the loop outlives whatever it throws.</summary>
    protected void Guarded(IRunnable run)
    {
        try
        {
            run.Run();
        }
        catch (Exception e)
        {
            _onError(e);
        }
    }

    protected bool TryFind(ulong key, [NotNullWhen(true)] out ILoopResident? resident) =>
        _residents.TryFind(key, out resident);

    protected void Report(Exception e) => _onError(e);

    /// <summary>What the callbacks so far have set off, while their data is in the cache.</summary>
    protected void RunAndFlush()
    {
        RunQueued();
        FlushDirty();
    }

    private void Run()
    {
        _owner = Environment.CurrentManagedThreadId;
        while (!_stopping)
        {
            Poll(MayWait());
            // Whoever schedules from here on finds the loop awake.
            _sleeping = 0;
            RunAndFlush();
        }

        End();
    }

    private bool MayWait()
    {
        if (_local.Count > 0 || _dirty.Count > 0)
        {
            return false;
        }

        _sleeping = 1;
        Interlocked.MemoryBarrier();
        if (_remote.IsEmpty && !_stopping)
        {
            return true;
        }

        _sleeping = 0;
        return false;
    }

    private void RunQueued()
    {
        TakeRemote();
        var deadline = 0L;
        for (var n = 0; n < MaxRunnables && _local.Count > 0; n++)
        {
            if ((n & 15) == 8 && IsOver(ref deadline))
            {
                return;
            }

            Guarded(_local.Dequeue());
        }
    }

    private void TakeRemote()
    {
        for (var n = 0; n < MaxRunnables && _remote.TryDequeue(out var run); n++)
        {
            _local.Enqueue(run);
        }
    }

    /// <summary>The clock is read for the first time after a few runnables: most turns are shorter.</summary>
    private static bool IsOver(ref long deadline)
    {
        var now = Stopwatch.GetTimestamp();
        if (deadline == 0)
        {
            deadline = now + MaxTurnTicks;
        }

        return now > deadline;
    }

    private void FlushDirty()
    {
        if (_dirty.Count == 0)
        {
            return;
        }

        // What a flush writes anew (an acknowledged writer's next write) belongs to the next turn.
        (_dirty, _flushing) = (_flushing, _dirty);
        foreach (var writer in _flushing)
        {
            try
            {
                writer.Flush();
            }
            catch (Exception e)
            {
                _onError(e);
            }
        }

        _flushing.Clear();
    }

    private void End()
    {
        foreach (var resident in _residents.Items())
        {
            try
            {
                resident.OnEngineStopping();
            }
            catch (Exception e)
            {
                _onError(e);
            }
        }

        Release();
        _stopped = true;
        _owner = 0;
        while (_local.Count > 0)
        {
            RunElsewhere(_local.Dequeue());
        }

        RunLeftoversElsewhere();
    }

    private void RunLeftoversElsewhere()
    {
        while (_remote.TryDequeue(out var run))
        {
            RunElsewhere(run);
        }
    }

    /// <summary>
    /// Mailboxes that are scheduled after the loop's end still have to find out that their actors are gone.
    /// </summary>
    private static void RunElsewhere(IRunnable run)
    {
        if (run is LoopAction action)
        {
            action.Drop();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: false);
        }
    }
}
