namespace Akka.TestKit;

/// <summary>Opens when it has been counted down. Whoever waits for it waits with a bound.</summary>
public class TestLatch
{
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly CountdownEvent _latch;
    private readonly Func<TimeSpan, TimeSpan> _dilate;
    private readonly TimeSpan _defaultTimeout;

    public TestLatch()
        : this(1)
    {
    }

    public TestLatch(int count)
        : this(count, DefaultTimeout)
    {
    }

    public TestLatch(int count, TimeSpan defaultTimeout)
        : this(static timeout => timeout, defaultTimeout, count)
    {
    }

    protected TestLatch(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count)
    {
        _latch = new CountdownEvent(count);
        _dilate = dilate;
        _defaultTimeout = defaultTimeout;
    }

    internal static TestLatch WithDilation(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count)
        => new(dilate, defaultTimeout, count);

    public bool IsOpen => _latch.IsSet;

    public void CountDown() => _latch.Signal();

    public void Open()
    {
        while (!_latch.IsSet)
        {
            // Another thread may count down at the same time: then there is nothing left to signal.
            if (_latch.CurrentCount is var left and > 0 && TrySignal(left))
                return;
        }
    }

    public void Ready() => Ready(_defaultTimeout);

    public void Ready(TimeSpan timeout)
    {
        if (timeout == TimeSpan.MaxValue)
            throw new ArgumentException($"TestLatch does not support waiting for {timeout}");

        if (!_latch.Wait(_dilate(timeout)))
            throw new TimeoutException($"Timeout of {timeout}");
    }

    public void Reset() => _latch.Reset();

    private bool TrySignal(int count)
    {
        try
        {
            return _latch.Signal(count);
        }
        catch (InvalidOperationException)
        {
            // Counted down meanwhile: look again.
            return false;
        }
    }
}
