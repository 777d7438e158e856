using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Tests.Actor.Scheduler;

public class HashedWheelTimerSchedulerTests : SchedulerTest
{
    private readonly RecordingReceiver _receiver = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public async Task Fires_once_and_not_early(int milliseconds)
    {
        var due = Scheduler.MonotonicClock + Ms(milliseconds);
        var fired = new TaskCompletionSource<TimeSpan>();

        Advanced.ScheduleOnce(Ms(milliseconds), () => fired.SetResult(Scheduler.MonotonicClock));

        Assert.True(await fired.Task.WaitAsync(Patience) >= due);
    }

    [Fact]
    public async Task Fires_again_and_again_and_never_early()
    {
        var start = Scheduler.MonotonicClock;
        var beats = new List<TimeSpan>();
        var enough = new TaskCompletionSource();
        using var cancelable = new Cancelable(Advanced);

        Advanced.ScheduleRepeatedly(Ms(10), Ms(20), () => Beat(beats, enough, 4), cancelable);
        await enough.Task.WaitAsync(Patience);
        cancelable.Cancel();

        Assert.All(beats.Take(4).Index(), beat => Assert.True(beat.Item >= start + Ms(10 + (20 * beat.Index))));
    }

    [Fact]
    public void Tells_a_message_with_its_sender()
    {
        var sender = ActorRefs.Nobody;

        Scheduler.ScheduleTellOnce(Ms(1), _receiver, "message", sender);

        Assert.True(_receiver.Received.TryTake(out var received, Patience));
        Assert.Equal(("message", sender), received);
    }

    [Fact]
    public void Tells_a_message_again_and_again()
    {
        var cancelable = Scheduler.ScheduleTellRepeatedlyCancelable(0, 2, _receiver, "tick", ActorRefs.NoSender);

        Assert.Equal(["tick", "tick", "tick"], Enumerable.Range(0, 3).Select(_ => _receiver.Next(Patience)));

        cancelable.Cancel();
        Assert.Equal(0, Wheel.PendingTimers);
    }

    [Fact]
    public async Task Runs_a_runnable()
    {
        var ran = new TaskCompletionSource();

        Advanced.ScheduleOnce(Ms(1), new ActionRunnable(ran.SetResult));

        await ran.Task.WaitAsync(Patience);
    }

    [Fact]
    public void Forgets_a_timer_at_once_when_it_is_cancelled()
    {
        var cancelables = Enumerable.Range(0, 1_000)
            .Select(_ => Scheduler.ScheduleTellOnceCancelable(Long, _receiver, "late", ActorRefs.NoSender))
            .ToList();
        Assert.Equal(1_000, Wheel.PendingTimers);

        cancelables.ForEach(cancelable => cancelable.Cancel());

        Assert.Equal(0, Wheel.PendingTimers);
    }

    [Fact]
    public void Forgets_a_timer_at_once_when_the_token_of_a_foreign_cancelable_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var foreign = new ForeignCancelable(source);
        Scheduler.ScheduleTellOnce(Long, _receiver, "late", ActorRefs.NoSender, foreign);

        source.Cancel();

        Assert.Equal(0, Wheel.PendingTimers);
    }

    [Fact]
    public void Schedules_nothing_under_a_cancelable_that_is_cancelled_already()
    {
        Scheduler.ScheduleTellOnce(Long, _receiver, "late", ActorRefs.NoSender, Cancelable.CreateCanceled());
        using var cancelled = new Cancelable(Advanced);
        cancelled.Cancel();
        Scheduler.ScheduleTellOnce(Long, _receiver, "late", ActorRefs.NoSender, cancelled);

        Assert.Equal(0, Wheel.PendingTimers);
    }

    [Fact]
    public void Stops_a_repeated_action_that_cancels_itself()
    {
        using var cancelable = new Cancelable(Advanced);
        var runs = 0;

        Advanced.ScheduleRepeatedly(
            Ms(1),
            Ms(1),
            () =>
            {
                runs++;
                cancelable.Cancel();
            },
            cancelable);
        AwaitLater(Ms(30));

        Assert.Equal(1, Volatile.Read(ref runs));
        Assert.Equal(0, Wheel.PendingTimers);
    }

    [Fact]
    public void Goes_on_when_an_action_throws()
    {
        Advanced.ScheduleOnce(TimeSpan.Zero, () => throw new InvalidOperationException("expected"));

        Scheduler.ScheduleTellOnce(Ms(1), _receiver, "after", ActorRefs.NoSender);

        Assert.Equal("after", _receiver.Next(Patience));
    }

    [Fact]
    public void Does_not_repeat_an_action_that_has_thrown()
    {
        var runs = 0;
        Advanced.ScheduleRepeatedly(
            Ms(1),
            Ms(1),
            () =>
            {
                runs++;
                throw new InvalidOperationException("expected");
            });

        AwaitLater(Ms(30));

        Assert.Equal(1, Volatile.Read(ref runs));
        Assert.Equal(0, Wheel.PendingTimers);
    }

    [Fact]
    public void Accepts_the_longest_time_there_is()
    {
        Scheduler.ScheduleTellOnce(TimeSpan.MaxValue, _receiver, "never", ActorRefs.NoSender);

        Assert.Equal(1, Wheel.PendingTimers);
        Scheduler.ScheduleTellOnce(Ms(1), _receiver, "soon", ActorRefs.NoSender);
        Assert.Equal("soon", _receiver.Next(Patience));
    }

    [Fact]
    public void Refuses_a_negative_delay()
    {
        var late = Ms(-1);

        Refused("delay", () => Scheduler.ScheduleTellOnce(late, _receiver, "", ActorRefs.NoSender));
        Refused("delay", () => Advanced.ScheduleOnce(late, () => { }));
        Refused("initialDelay", () => Advanced.ScheduleRepeatedly(late, Ms(1), () => { }));
        Refused(
            "initialDelay", () => Scheduler.ScheduleTellRepeatedly(late, Ms(1), _receiver, "", ActorRefs.NoSender));
        Assert.Equal(0, Wheel.PendingTimers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_an_interval_that_is_not_positive(int milliseconds)
    {
        var interval = Ms(milliseconds);

        Refused("interval", () => Advanced.ScheduleRepeatedly(Ms(1), interval, () => { }));
        Refused(
            "interval", () => Scheduler.ScheduleTellRepeatedly(Ms(1), interval, _receiver, "", ActorRefs.NoSender));
        Assert.Equal(0, Wheel.PendingTimers);
    }

    [Fact]
    public void Refuses_work_when_it_has_been_disposed()
    {
        Wheel.Dispose();

        var refusal = Assert.Throws<SchedulerException>(() => Advanced.ScheduleOnce(Ms(1), () => { }));

        Assert.Equal("cannot enqueue after timer shutdown", refusal.Message);
    }

    [Fact]
    public void Runs_what_is_left_when_it_is_disposed()
    {
        Scheduler.ScheduleTellOnce(Long, _receiver, "left", ActorRefs.NoSender);
        Scheduler.ScheduleTellOnceCancelable(Long, _receiver, "cancelled", ActorRefs.NoSender).Cancel();

        Wheel.Dispose();

        Assert.Equal(["left"], _receiver.Received.Select(received => received.Message));
    }

    [Fact]
    public async Task Can_be_disposed_by_its_own_action()
    {
        var scheduler = Create("akka.scheduler.tick-duration = 10ms");
        var disposed = new TaskCompletionSource();

        ((IScheduler)scheduler).Advanced.ScheduleOnce(
            TimeSpan.Zero,
            () =>
            {
                scheduler.Dispose();
                disposed.SetResult();
            });

        await disposed.Task.WaitAsync(Patience);
    }

    [Fact]
    public void Needs_a_configuration() =>
        Assert.Throws<ConfigurationException>(() => new HashedWheelTimerScheduler(Config.Empty, NoLogger.Instance));

    [Theory]
    [InlineData("akka.scheduler.ticks-per-wheel = 0")]
    [InlineData("akka.scheduler.tick-duration = 9ms")]
    public void Names_the_key_when_a_setting_makes_no_sense(string config)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Create(config));

        Assert.Contains(config.Split(' ')[0], error.Message);
    }

    private static void Refused(string parameter, Action action) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(action).ParamName);

    private void AwaitLater(TimeSpan delay)
    {
        Scheduler.ScheduleTellOnce(delay, _receiver, "later", ActorRefs.NoSender);
        Assert.Equal("later", _receiver.Next(Patience));
    }

    private void Beat(List<TimeSpan> beats, TaskCompletionSource enough, int count)
    {
        beats.Add(Scheduler.MonotonicClock);
        if (beats.Count == count)
            enough.SetResult();
    }

    private sealed class ForeignCancelable(CancellationTokenSource source) : ICancelable
    {
        public bool IsCancellationRequested => source.IsCancellationRequested;

        public CancellationToken Token => source.Token;

        public void Cancel() => source.Cancel();

        public void Cancel(bool throwOnFirstException) => source.Cancel(throwOnFirstException);

        public void CancelAfter(TimeSpan delay) => source.CancelAfter(delay);

        public void CancelAfter(int millisecondsDelay) => source.CancelAfter(millisecondsDelay);
    }
}
