namespace Akka.Actor;

/// <summary>
/// One entry of the wheel. It is a link of its bucket's list, so that neither inserting nor removing it allocates or
/// searches. All fields but <see cref="_cancellation"/> are guarded by the wheel's lock.
/// </summary>
internal abstract class WheelTimer : IScheduledWork
{
    private readonly TimerWheel _wheel;
    // The Cancelable that holds this timer, or the registration with a cancelable of somebody else's making.
    private object? _cancellation;
    private volatile bool _isCanceled;

    protected WheelTimer(TimerWheel wheel)
    {
        _wheel = wheel;
    }

    public WheelTimer? Previous { get; set; }

    public WheelTimer? Next { get; set; }

    /// <summary>The tick it fires at while it is in the wheel; 0 while it is not.</summary>
    public long Tick { get; set; }

    /// <summary>When it is due, in <see cref="TimeSpan"/> ticks on the wheel's clock.</summary>
    public long Deadline { get; set; }

    /// <summary>0 for a timer that fires once.</summary>
    public long Interval { get; init; }

    public bool IsCanceled => _isCanceled;

    public void Cancel()
    {
        // Before the wheel is asked: a timer between two periods is in no bucket, and must not be put back into one.
        _isCanceled = true;
        _wheel.Remove(this);
        Release();
    }

    public void AttachTo(ICancelable? cancelable)
    {
        if (cancelable is null)
            return;
        if (cancelable is Cancelable own)
        {
            _cancellation = own;
            own.Attach(this);
        }
        else
        {
            _cancellation = new ForeignCancellation(cancelable, this);
        }
    }

    /// <summary>Lets go of the cancelable: a long-lived one must not gather timers that have fired.</summary>
    public void Release()
    {
        switch (Interlocked.Exchange(ref _cancellation, null))
        {
            case Cancelable own:
                own.Detach(this);
                break;
            case ForeignCancellation foreign:
                foreign.Dispose();
                break;
        }
    }

    public abstract void Run();
}
