using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The default scheduler: one wheel and one thread. A timer fires at the first tick at or after its time, never before;
/// one that is cancelled leaves the wheel at once. A repeated timer keeps its rate, and skips the beats it missed.
/// </summary>
public sealed class HashedWheelTimerScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider, IDisposable
{
    private readonly TimeSpan _shutdownTimeout;
    private readonly TimerWheel _wheel;
    private readonly WheelThread _thread;
    private int _isDisposed;

    public HashedWheelTimerScheduler(Config scheduler, ILoggingAdapter log)
        : base(scheduler, log)
    {
        if (scheduler is null || scheduler.IsEmpty)
            throw new ConfigurationException("HashedWheelTimerScheduler needs a configuration with akka.scheduler");
        _shutdownTimeout = scheduler.GetTimeSpan("akka.scheduler.shutdown-timeout", TimeSpan.FromSeconds(5));
        _wheel = new TimerWheel(TicksPerWheel(scheduler), TickDuration(scheduler).Ticks);
        _thread = new WheelThread(_wheel, "scheduler", LogFailure);
    }

    public override TimeSpan MonotonicClock => MonotonicTime.Elapsed;

    public override TimeSpan HighResMonotonicClock => MonotonicTime.Elapsed;

    protected override DateTimeOffset TimeNow => DateTimeOffset.Now;

    internal int PendingTimers => _wheel.Count;

    /// <summary>
    /// Stops the thread, and runs what was still scheduled, each once: shutdown hooks may hang on it.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        var left = _thread.Stop(_shutdownTimeout);
        if (left is null)
            Log.Warning("Failed to shutdown scheduler within {0}", _shutdownTimeout);
        else
            left.ForEach(RunAtShutdown);
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

    private static int TicksPerWheel(Config config)
    {
        const string key = "akka.scheduler.ticks-per-wheel";
        var value = config.GetInt(key, 512);
        if (value is <= 0 or > 1 << 30)
            throw new ArgumentOutOfRangeException(nameof(config), value, $"{key} must be between 1 and 2^30");
        return value;
    }

    private static TimeSpan TickDuration(Config config)
    {
        const string key = "akka.scheduler.tick-duration";
        var value = config.GetTimeSpan(key, TimeSpan.FromMilliseconds(10));
        if (value.TotalMilliseconds < 10)
            throw new ArgumentOutOfRangeException(nameof(config), value, $"minimum supported {key} is 10ms");
        return value;
    }

    private void Schedule(WheelTimer timer, TimeSpan delay, ICancelable? cancelable)
    {
        if (!_thread.Schedule(timer, delay, cancelable))
            throw new SchedulerException("cannot enqueue after timer shutdown");
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
            Log.Error(cause, "Exception while executing timer task.");
        }
        finally
        {
            timer.Release();
        }
    }

    private void LogFailure(Exception cause, WheelTimer timer) =>
        Log.Error(cause, "Error while executing scheduled task {0}", timer);
}
