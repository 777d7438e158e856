using Akka.Actor;
using Akka.TestKit.Configs;

namespace Akka.TestKit.Tests;

public class TestSchedulerTests : Xunit2.TestKit
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public TestSchedulerTests()
        : base(TestConfigs.TestSchedulerConfig)
    {
    }

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Does_nothing_before_its_time()
    {
        Scheduler.ScheduleTellOnce(Second, TestActor, "due", TestActor);

        Scheduler.Advance(Second - TimeSpan.FromTicks(1));
        ExpectNoMsg(TimeSpan.Zero);

        Scheduler.Advance(TimeSpan.FromTicks(1));
        ExpectMsg("due");
    }

    [Fact]
    public void Moves_its_clock_by_what_it_is_advanced()
    {
        var start = Scheduler.Now;

        Scheduler.Advance(Second);
        Assert.Equal(start + Second, Scheduler.Now);

        Scheduler.AdvanceTo(start + 5 * Second);
        Assert.Equal(start + 5 * Second, Scheduler.Now);
    }

    [Fact]
    public void Does_not_go_back()
        => Assert.Equal(
            "You can't reverse time...",
            Assert.Throws<InvalidOperationException>(() => Scheduler.AdvanceTo(Scheduler.Now - Second)).Message);

    [Fact]
    public void Leaves_the_monotonic_clock_alone()
    {
        var before = Scheduler.MonotonicClock;

        Scheduler.Advance(TimeSpan.FromDays(1));

        Assert.True(Scheduler.MonotonicClock - before < TimeSpan.FromHours(1));
        Assert.True(Scheduler.HighResMonotonicClock - before < TimeSpan.FromHours(1));
    }

    [Fact]
    public void Keeps_the_order_of_times_and_of_calls()
    {
        Scheduler.ScheduleTellOnce(2 * Second, TestActor, "c", TestActor);
        Scheduler.ScheduleTellOnce(Second, TestActor, "a", TestActor);
        Scheduler.ScheduleTellOnce(Second, TestActor, "b", TestActor);

        Scheduler.Advance(2 * Second);

        Assert.Equal(["a", "b", "c"], ReceiveN(3));
    }

    [Fact]
    public void Repeats_once_an_advance()
    {
        Scheduler.ScheduleTellRepeatedly(Second, 5 * Second, TestActor, "again", TestActor);

        Scheduler.Advance(Second);
        ExpectMsg("again");
        for (var i = 0; i < 100; i++)
        {
            Scheduler.Advance(5 * Second);
            ExpectMsg("again");
        }

        Scheduler.Advance(500 * Second);
        ExpectMsg("again");
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Forgets_what_is_cancelled()
    {
        var cancelable = new Cancelable(Sys.Scheduler);
        Scheduler.ScheduleTellRepeatedly(Second, Second, TestActor, "again", TestActor, cancelable);
        Scheduler.Advance(Second);
        ExpectMsg("again");

        cancelable.Cancel();
        Scheduler.Advance(Second);

        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Forgets_what_is_cancelled_before_it_is_due()
    {
        var cancelable = new Cancelable(Sys.Scheduler);
        Scheduler.ScheduleTellOnce(Second, TestActor, "never", TestActor, cancelable);
        Scheduler.Advanced.ScheduleOnce(Second, () => TestActor.Tell("never"), cancelable);

        cancelable.Cancel();
        Scheduler.Advance(Second);

        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Runs_actions()
    {
        var runs = 0;
        Scheduler.Advanced.ScheduleOnce(Second, () => runs++);
        Scheduler.Advanced.ScheduleRepeatedly(Second, Second, () => runs += 10);

        Scheduler.Advance(Second);
        Scheduler.Advance(Second);

        Assert.Equal(21, runs);
    }

    [Fact]
    public void Leaves_what_its_actions_schedule_to_the_next_advance()
    {
        Scheduler.Advanced.ScheduleOnce(
            Second, () => Scheduler.ScheduleTellOnce(TimeSpan.Zero, TestActor, "nested", TestActor));

        Scheduler.Advance(Second);
        ExpectNoMsg(TimeSpan.Zero);

        Scheduler.Advance(TimeSpan.Zero);
        ExpectMsg("nested");
    }

    [Fact]
    public void Rules_the_receive_timeouts_of_actors()
    {
        var probe = this;
        ActorOfAsTestActorRef(() => new Sleeper(probe.TestActor));

        Scheduler.Advance(Second);

        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void Rules_the_timers_of_actors()
    {
        var probe = this;
        ActorOfAsTestActorRef(() => new Ticker(probe.TestActor));

        Scheduler.Advance(Second);
        ExpectMsg("tick");
        Scheduler.Advance(Second);
        ExpectMsg("tick");
    }

    [Fact]
    public async Task Does_not_rule_the_timeouts_of_asks()
        => await Assert.ThrowsAsync<AskTimeoutException>(
            () => CreateTestProbe().Ask("anybody?", TimeSpan.FromMilliseconds(20)));

    private sealed class Sleeper : ReceiveActor
    {
        public Sleeper(IActorRef target)
        {
            SetReceiveTimeout(Second);
            Receive<ReceiveTimeout>(timeout => target.Tell(timeout));
        }
    }

    private sealed class Ticker : ReceiveActor, IWithTimers
    {
        public Ticker(IActorRef target) => Receive<string>(tick => target.Tell(tick));

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Timers.StartPeriodicTimer("tick", "tick", Second);
    }
}
