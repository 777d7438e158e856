namespace Akka.Actor;

/// <summary>
/// A wheel's thread and clock. The thread starts with the first timer, is a background one, and sleeps while nothing is
/// due.
/// </summary>
internal sealed class WheelThread(TimerWheel wheel, string name, Action<Exception, WheelTimer> onFailure)
{
    // Half of the range leaves room for rounding up; it is some 14,000 years.
    private const long LastDeadline = long.MaxValue / 2;

    private readonly TimeSpan _start = MonotonicTime.Elapsed;
    private readonly object _lock = new();
    private Thread? _thread;
    private bool _isStopped;

    /// <summary>False when the wheel has been stopped.</summary>
    public bool Schedule(WheelTimer timer, TimeSpan delay, ICancelable? cancelable)
    {
        if (Volatile.Read(ref _thread) is null)
            Start();
        timer.Deadline = After(Clock(), delay.Ticks);
        timer.AttachTo(cancelable);
        if (wheel.Add(timer))
            return true;
        timer.Release();
        return false;
    }

    /// <summary>Refuses further timers and hands out those left; null when the thread did not end in time.</summary>
    public List<WheelTimer>? Stop(TimeSpan timeout)
    {
        Thread? thread;
        lock (_lock)
        {
            _isStopped = true;
            thread = _thread;
        }

        var left = wheel.Stop();
        var hasEnded = thread is null || thread == Thread.CurrentThread || thread.Join(timeout);
        return hasEnded ? left : null;
    }

    private static long After(long now, long delay) => delay > LastDeadline - now ? LastDeadline : now + delay;

    private long Clock() => (MonotonicTime.Elapsed - _start).Ticks;

    private void Start()
    {
        lock (_lock)
        {
            if (_thread is not null || _isStopped)
                return;
            var thread = new Thread(Turn) { IsBackground = true, Name = name };
            thread.Start();
            Volatile.Write(ref _thread, thread);
        }
    }

    private void Turn()
    {
        var due = new List<WheelTimer>();
        Func<long> clock = Clock;
        while (wheel.Sleep(clock))
            FireDue(due);
    }

    // A frame of its own: while the thread sleeps, nothing on its stack may keep the last timer alive.
    private void FireDue(List<WheelTimer> due)
    {
        wheel.TakeDue(Clock(), due);
        foreach (var timer in due)
            Fire(timer);
        due.Clear();
    }

    private void Fire(WheelTimer timer)
    {
        if (timer.IsCanceled)
            return;
        if (RunSafely(timer) && timer.Interval > 0)
            Again(timer);
        else
            timer.Release();
    }

    // What throws is not run again: its next run would most likely throw as well, and fill the log.
    private bool RunSafely(WheelTimer timer)
    {
        try
        {
            timer.Run();
            return true;
        }
        catch (Exception cause)
        {
            onFailure(cause, timer);
            return false;
        }
    }

    private void Again(WheelTimer timer)
    {
        var now = Clock();
        var next = After(timer.Deadline, timer.Interval);
        timer.Deadline = next > now ? next : After(now, timer.Interval);
        wheel.Add(timer);
    }
}
