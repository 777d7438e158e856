namespace Akka.Actor;

/// <summary>
/// A cancelable that schedulers of this runtime can hang their work on. It allocates a token source only when somebody
/// asks for its token: most cancelables are there for one timer and nothing else.
/// </summary>
public class Cancelable : ICancelable, IDisposable
{
    private static readonly object Canceled = new();

    private readonly IActionScheduler _scheduler;
    private CancellationTokenSource? _source;
    // Nothing, one piece of work, a set of them, or Canceled, in this order and by compare-and-swap: the state needs
    // neither a lock nor a flag.
    private object? _work;

    public Cancelable(IScheduler scheduler, TimeSpan delay)
        : this(scheduler)
    {
        CancelAfter(delay);
    }

    public Cancelable(IActionScheduler scheduler, TimeSpan delay)
        : this(scheduler)
    {
        CancelAfter(delay);
    }

    public Cancelable(IScheduler scheduler, int millisecondsDelay)
        : this(scheduler)
    {
        CancelAfter(millisecondsDelay);
    }

    public Cancelable(IScheduler scheduler)
        : this(scheduler.Advanced)
    {
    }

    public Cancelable(IActionScheduler scheduler)
    {
        _scheduler = scheduler;
    }

    private Cancelable(IActionScheduler scheduler, CancellationTokenSource source)
        : this(scheduler)
    {
        _source = source;
        source.Token.UnsafeRegister(static self => ((Cancelable)self!).Cancel(), this);
    }

    public bool IsCancellationRequested => ReferenceEquals(Volatile.Read(ref _work), Canceled);

    public CancellationToken Token => Source().Token;

    public bool IsDisposed { get; private set; }

    public void Cancel() => Cancel(false);

    public void Cancel(bool throwOnFirstException)
    {
        ThrowIfDisposed();
        // A full fence stands between this write and the read of _source below, and another one in Source() between
        // its write of _source and its read of _work: one of the two sides sees the other.
        var work = Interlocked.Exchange(ref _work, Canceled);
        if (ReferenceEquals(work, Canceled))
            return;
        (work as IScheduledWork)?.Cancel();
        Volatile.Read(ref _source)?.Cancel(throwOnFirstException);
    }

    public void CancelAfter(TimeSpan delay)
    {
        if (delay < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(delay), $"The delay must be >0, it was {delay}");
        InternalCancelAfter(delay);
    }

    public void CancelAfter(int millisecondsDelay)
    {
        if (millisecondsDelay < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(millisecondsDelay), $"The delay must be >0, it was {millisecondsDelay}");
        }

        InternalCancelAfter(TimeSpan.FromMilliseconds((double)millisecondsDelay));
    }

    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler.Advanced, cancelables);

    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler, Array.ConvertAll(cancelables, cancelable => cancelable.Token));

    public static ICancelable CreateLinkedCancelable(
        IScheduler scheduler, params CancellationToken[] cancellationTokens) =>
        CreateLinkedCancelable(scheduler.Advanced, cancellationTokens);

    public static ICancelable CreateLinkedCancelable(
        IActionScheduler scheduler, params CancellationToken[] cancellationTokens) =>
        new Cancelable(scheduler, CancellationTokenSource.CreateLinkedTokenSource(cancellationTokens));

    public static ICancelable CreateCanceled() => AlreadyCanceledCancelable.Instance;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || IsDisposed)
            return;
        IsDisposed = true;
        Volatile.Read(ref _source)?.Dispose();
    }

    /// <summary>Work that is attached after the cancellation is cancelled on the spot.</summary>
    internal void Attach(IScheduledWork work)
    {
        while (!TryAttach(Volatile.Read(ref _work), work))
        {
        }
    }

    internal void Detach(IScheduledWork work)
    {
        if (Interlocked.CompareExchange(ref _work, null, work) is ScheduledWorkSet many)
            many.Remove(work);
    }

    private bool TryAttach(object? current, IScheduledWork work)
    {
        switch (current)
        {
            case null:
                return Interlocked.CompareExchange(ref _work, work, null) is null;
            case ScheduledWorkSet many:
                return many.TryAdd(work);
            case IScheduledWork one:
                Interlocked.CompareExchange(ref _work, new ScheduledWorkSet(one), one);
                return false;
            default:
                work.Cancel();
                return true;
        }
    }

    private CancellationTokenSource Source()
    {
        ThrowIfDisposed();
        if (Volatile.Read(ref _source) is { } existing)
            return existing;
        var created = new CancellationTokenSource();
        if (Interlocked.CompareExchange(ref _source, created, null) is { } first)
            return first;
        if (IsCancellationRequested)
            created.Cancel();
        return created;
    }

    private void InternalCancelAfter(TimeSpan delay)
    {
        ThrowIfDisposed();
        if (IsCancellationRequested)
            return;
        if (delay == TimeSpan.Zero)
            Cancel(false);
        else
            _scheduler.ScheduleOnce(delay, CancelUnlessDisposed);
    }

    private void CancelUnlessDisposed()
    {
        if (!IsDisposed)
            Cancel(false);
    }

    private void ThrowIfDisposed()
    {
        if (IsDisposed)
            throw new ObjectDisposedException(null, "The cancelable has been disposed");
    }
}
