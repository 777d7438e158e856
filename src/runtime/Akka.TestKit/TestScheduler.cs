using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>
/// Virtual time: it stands still until the test advances it, and what falls due then is done on the test's thread, in
/// the order of its times. What repeats is done once an advance and then counts from the time advanced to.
/// </summary>
public class TestScheduler : IScheduler, IAdvancedScheduler
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TestScheduledWork, (long Due, long Order)> _work = new();
    private DateTimeOffset _now = DateTimeOffset.UtcNow;
    private long _order;

    public TestScheduler(Config schedulerConfig, ILoggingAdapter log)
    {
    }

    public IAdvancedScheduler Advanced => this;

    public TimeSpan HighResMonotonicClock => MonotonicTime.Elapsed;

    public TimeSpan MonotonicClock => MonotonicTime.Elapsed;

    public DateTimeOffset Now => TimeNow;

    protected DateTimeOffset TimeNow
    {
        get
        {
            lock (_lock)
                return _now;
        }
    }

    public void Advance(TimeSpan offset)
    {
        foreach (var work in MoveClock(offset))
        {
            if (work.IsCancelled)
                continue;

            work.Run();
            if (work.Interval is { } interval && !work.IsCancelled)
                Add(interval, work);
        }
    }

    public void AdvanceTo(DateTimeOffset when)
    {
        var offset = when - Now;
        if (offset < TimeSpan.Zero)
            throw new InvalidOperationException("You can't reverse time...");

        Advance(offset);
    }

    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable)
        => Add(delay, new TestScheduledWork(action, null, cancelable));

    public void ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnce(delay, action, null);

    public void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable)
        => ScheduleOnce(delay, action.Run, cancelable);

    public void ScheduleOnce(TimeSpan delay, IRunnable action) => ScheduleOnce(delay, action.Run, null);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable)
        => Add(initialDelay, new TestScheduledWork(action, interval, cancelable));

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action)
        => ScheduleRepeatedly(initialDelay, interval, action, null);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable)
        => ScheduleRepeatedly(initialDelay, interval, action.Run, cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action)
        => ScheduleRepeatedly(initialDelay, interval, action.Run, null);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender)
        => ScheduleTellOnce(delay, receiver, message, sender, null);

    public void ScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable)
        => ScheduleOnce(delay, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender)
        => ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, null);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef sender,
        ICancelable? cancelable)
        => ScheduleRepeatedly(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    private void Add(TimeSpan delay, TestScheduledWork work)
    {
        lock (_lock)
            _work.Enqueue(work, ((_now + delay).UtcTicks, _order++));
    }

    /// <summary>Takes out what is due by then. What that work schedules for a time already reached waits for the next
    /// advance.</summary>
    private List<TestScheduledWork> MoveClock(TimeSpan offset)
    {
        lock (_lock)
        {
            _now += offset;
            var due = new List<TestScheduledWork>();
            while (_work.TryPeek(out _, out var next) && next.Due <= _now.UtcTicks)
                due.Add(_work.Dequeue());
            return due;
        }
    }
}
