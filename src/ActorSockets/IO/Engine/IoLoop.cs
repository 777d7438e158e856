using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using ActorSockets.IO.Engine.Memory;
using Akka.Dispatch;

namespace ActorSockets.IO.Engine;

/// <summary>
/// One event loop: waits for sockets, runs their callbacks, and runs what was scheduled meanwhile, actors included, on
/// one thread.
/// </summary>
/// <remarks>
/// A turn is: wait, callbacks, runnables (bounded, so that actors cannot starve I/O nor I/O actors), flush of what the
/// turn wrote. All state is in fields and belongs to whoever has the <see cref="Tenure"/>: while an actor runs, the
/// loop can be given to another thread, and the first one finds out when the actor returns.
/// </remarks>
internal abstract partial class IoLoop : ISerialExecutor
{
    /// <summary>
    /// Threads that may be held by actors at once. A server that comes here does nothing but block, and every further
    /// thread would cost memory and bring nothing.
    /// </summary>
    private const int MaxHeldThreads = 256;

    private readonly RunQueue _local = new();
    private readonly ConcurrentQueue<IRunnable> _remote = new();
    private readonly SlotTable<ILoopResident> _residents = new();
    private readonly Action<Exception> _onError;
    private List<IFlushable> _dirty = [];
    private List<IFlushable> _flushing = [];
    private volatile Tenure _tenure;
    private IRunnable? _running;
    private int _heldThreads;
    private int _sleeping;
    private volatile bool _stopping;
    private volatile bool _stopped;

    protected IoLoop(int index, string dispatcherId, int bufferBytes, Action<Exception> onError)
    {
        Index = index;
        DispatcherId = dispatcherId;
        _onError = onError;
        _tenure = new Tenure(this);
        ReadBuffer = GC.AllocateUninitializedArray<byte>(bufferBytes, pinned: true);
        WriteBuffer = GC.AllocateUninitializedArray<byte>(bufferBytes, pinned: true);
    }

    public int Index { get; }

    public string DispatcherId { get; }

    /// <summary>Every connection of the loop reads into this; nothing keeps a slice of it beyond the call.</summary>
    public byte[] ReadBuffer { get; }

    /// <summary>Small writes are gathered here for one send; nothing keeps a slice of it beyond the call.</summary>
    public byte[] WriteBuffer { get; }

    /// <summary>Who looks after actors that block; told when the loop has slept. Set before the start.</summary>
    public BlockedLoopMonitor? Monitor { get; set; }

    /// <summary>Whether it waits for sockets, as far as another thread can know.</summary>
    public bool IsAsleep => Volatile.Read(ref _sleeping) != 0;

    public bool HasStopped => _stopped;

    /// <summary>How many sockets it has, or what takes their place. Any thread, which may read an old number.</summary>
    public int ResidentCount => _residents.Count;

    /// <summary>Who has the loop at present. Any thread.</summary>
    public Tenure Tenure => _tenure;

    protected bool IsStopping => _stopping;

    public void Start() => Start(_tenure);

    /// <summary>
    /// Gives the loop to a new thread if its present owner is still in the actor's turn of <paramref name="seen"/>, and
    /// tells what holds the old one. For the monitor.
    /// </summary>
    public bool TryTakeOver(Tenure tenure, long seen, [NotNullWhen(true)] out IRunnable? blocked)
    {
        blocked = null;
        if (_heldThreads >= MaxHeldThreads || !tenure.TryEnd(seen))
        {
            return false;
        }

        blocked = _running!;
        Interlocked.Increment(ref _heldThreads);
        _tenure = new Tenure(this);
        Start(_tenure);
        return true;
    }

    /// <summary>
    /// Ends the loop after its present turn. Does not wait: the caller may be on the loop's own thread.
    /// </summary>
    public void Stop()
    {
        _stopping = true;
        Wake();
    }

    public LoopEntry TryEnter() =>
        Tenure.OfThisThread is { } tenure && ReferenceEquals(tenure.Loop, this) ? tenure.TryEnter() : LoopEntry.None;

    public void Leave(LoopEntry entry)
    {
        if (entry == LoopEntry.FromActor)
        {
            Tenure.OfThisThread!.Leave();
        }
    }

    public void Schedule(IRunnable run)
    {
        var entry = TryEnter();
        if (entry != LoopEntry.None)
        {
            _local.Enqueue(run);
            Leave(entry);
            return;
        }

        _remote.Enqueue(run);
        // The fence orders the enqueue before the look at _sleeping. The loop does the reverse: it sets _sleeping and
        // then looks at the queue. One of the two sees the other, so no wake-up is lost.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _sleeping) != 0 && Interlocked.Exchange(ref _sleeping, 0) != 0)
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
    public Transport Adopt(AcceptedSocket accepted) => accepted.Memory is { } end
        ? new MemoryTransport(this, end)
        : AdoptSocket(accepted);

    /// <summary>Starts to connect. The socket becomes the attempt's.</summary>
    public abstract ConnectAttempt Connect(Socket socket, EndPoint remote, IConnectOwner owner);

    /// <summary>Serves a UDP socket, which becomes the datagram socket's when this returns.</summary>
    /// <param name="socket">Bound or not, connected or not; that is settled.</param>
    /// <param name="owner">Who is told when it is ready.</param>
    /// <param name="buffers">The loop's own.</param>
    /// <param name="receives">Whether anything that comes in is of interest.</param>
    public abstract DatagramSocket Open(
        Socket socket, IDatagramOwner owner, DatagramBuffers buffers, bool receives);

    protected abstract Transport AdoptSocket(AcceptedSocket accepted);

    /// <summary>Looks which sockets are ready, and waits for one if <paramref name="mayWait"/>.</summary>
    protected abstract void Wait(bool mayWait);

    /// <summary>
    /// Runs the callbacks of sockets that are ready. False when the loop has been taken over meanwhile: the new owner
    /// goes on where this one was.
    /// </summary>
    protected abstract bool Dispatch(Tenure tenure);

    /// <summary>Ends a wait in <see cref="Wait"/>. Any thread.</summary>
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
}
