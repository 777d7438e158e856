using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The default scheduler: one wheel and one background thread, which starts with the first timer and sleeps while
/// nothing is due. A timer fires at the first tick at or after its time, never before; one that is cancelled leaves
/// the wheel at once. A repeated timer keeps its rate, and skips the beats it missed.
/// </summary>
public sealed class HashedWheelTimerScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider, IDisposable
{
    // Half of the range leaves room for rounding up; it is some 14,000 years.
    private const long LastDeadline = long.MaxValue / 2;

    private readonly TimeSpan _start = MonotonicTime.Elapsed;
    private readonly TimeSpan _shutdownTimeout;
    private readonly TimerWheel _wheel;
    private readonly object _threadLock = new();
    private Thread? _thread;
    private bool _isDisposed;

    public HashedWheelTimerScheduler(Config scheduler, ILoggingAdapter log)
        : base(scheduler, log)
    {
        if (scheduler is null || scheduler.IsEmpty)
            throw new ConfigurationException("HashedWheelTimerScheduler needs a configuration with akka.scheduler");
        var ticksPerWheel = scheduler.GetInt("akka.scheduler.ticks-per-wheel", 512);
        var tickDuration = scheduler.GetTimeSpan("akka.scheduler.tick-duration", TimeSpan.FromMilliseconds(10));
        if (ticksPerWheel is <= 0 or > 1 << 30)
        {
            throw new ArgumentOutOfRangeException(
                nameof(scheduler),
                ticksPerWheel,
                "akka.scheduler.ticks-per-wheel must be greater than 0 and not above 2^30.");
        }

        if (tickDuration < TimeSpan.FromMilliseconds(1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(scheduler), tickDuration, "minimum supported akka.scheduler.tick-duration is 1 ms");
        }

        _shutdownTimeout = scheduler.GetTimeSpan("akka.scheduler.shutdown-timeout", TimeSpan.FromSeconds(5));
        _wheel = new TimerWheel(ticksPerWheel, tickDuration.Ticks);
    }

    public override TimeSpan MonotonicClock => MonotonicTime.Elapsed;

    public override TimeSpan HighResMonotonicClock => MonotonicTime.Elapsed;

    protected override DateTimeOffset TimeNow => DateTimeOffset.Now;

    internal int PendingTimers => _wheel.Count;

    /// <summary>Stops the thread, and runs what was still scheduled, each once: shutdown hooks may hang on it.</summary>
    public void Dispose()
    {
        Thread? thread;
        lock (_threadLock)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            thread = _thread;
        }

        var left = _wheel.Stop();
        if (thread is not null && thread != Thread.CurrentThread && !thread.Join(_shutdownTimeout))
        {
            Log.Warning("Failed to shutdown scheduler within {0}", _shutdownTimeout);
            return;
        }

        foreach (var timer in left)
            RunAtShutdown(timer);
    }

    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable) =>
        Schedule(new TellTimer(_wheel, receiver, message, sender), delay, cancelable);

    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef sender,
        ICancelable? cancelable)
    {
        var timer = new TellTimer(_wheel, receiver, message, sender) { Interval = interval.Ticks };
        Schedule(timer, initialDelay, cancelable);
    }

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Schedule(new ActionTimer(_wheel, action), delay, cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        Schedule(new RunnableTimer(_wheel, action), delay, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Schedule(new ActionTimer(_wheel, action) { Interval = interval.Ticks }, initialDelay, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Schedule(new RunnableTimer(_wheel, action) { Interval = interval.Ticks }, initialDelay, cancelable);

    private long Clock() => (MonotonicTime.Elapsed - _start).Ticks;

    private static long After(long now, long delay) => delay > LastDeadline - now ? LastDeadline : now + delay;

    private void Schedule(WheelTimer timer, TimeSpan delay, ICancelable? cancelable)
    {
        if (Volatile.Read(ref _thread) is null)
            Start();
        timer.Deadline = After(Clock(), delay.Ticks);
        timer.AttachTo(cancelable);
        if (_wheel.Add(timer))
            return;
        timer.Release();
        throw new SchedulerException("cannot enqueue after timer shutdown");
    }

    private void Start()
    {
        lock (_threadLock)
        {
            if (_thread is not null || _isDisposed)
                return;
            var thread = new Thread(Turn) { IsBackground = true, Name = "scheduler" };
            thread.Start();
            Volatile.Write(ref _thread, thread);
        }
    }

    private void Turn()
    {
        var due = new List<WheelTimer>();
        Func<long> clock = Clock;
        while (_wheel.Sleep(clock))
        {
            _wheel.TakeDue(Clock(), due);
            foreach (var timer in due)
                Fire(timer);
            due.Clear();
        }
    }

    private void Fire(WheelTimer timer)
    {
        if (timer.IsCanceled)
            return;
        if (RunSafely(timer) && timer.Interval > 0 && !timer.IsCanceled)
            Again(timer);
        else
            timer.Release();
    }

    private void RunAtShutdown(WheelTimer timer)
    {
        try
        {
            timer.Run();
        }
        catch (SchedulerException)
        {
            // It tried to schedule more: there is no later any more.
        }
        catch (Exception cause)
        {
            LogFailure(cause, timer);
        }
        finally
        {
            timer.Release();
        }
    }

    private void Again(WheelTimer timer)
    {
        var now = Clock();
        var next = After(timer.Deadline, timer.Interval);
        timer.Deadline = next > now ? next : After(now, timer.Interval);
        _wheel.Add(timer);
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
            LogFailure(cause, timer);
            return false;
        }
    }

    private void LogFailure(Exception cause, WheelTimer timer) =>
        Log.Error(cause, "Error while executing scheduled task {0}", timer);
}
