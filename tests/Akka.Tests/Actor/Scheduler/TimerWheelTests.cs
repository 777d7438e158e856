using Akka.Actor;

namespace Akka.Tests.Actor.Scheduler;

public class TimerWheelTests
{
    private readonly TimerWheel _wheel = new(ticksPerWheel: 8, tickDuration: 10);

    [Fact]
    public void Gives_nothing_before_its_time()
    {
        Add(deadline: 25);

        Assert.Empty(Due(29));
    }

    [Fact]
    public void Gives_a_timer_at_the_first_tick_after_its_time()
    {
        var timer = Add(deadline: 25);

        Assert.Equal([timer], Due(30));
    }

    [Fact]
    public void Gives_a_timer_that_is_due_on_the_tick_on_that_tick()
    {
        var timer = Add(deadline: 20);

        Assert.Empty(Due(19));
        Assert.Equal([timer], Due(20));
    }

    [Fact]
    public void Gives_each_timer_once()
    {
        Add(deadline: 10);
        Due(10);

        Assert.Empty(Due(1_000));
    }

    [Fact]
    public void Gives_timers_of_one_tick_in_the_order_they_came()
    {
        var first = Add(deadline: 19);
        var second = Add(deadline: 11);

        Assert.Equal([first, second], Due(20));
    }

    [Fact]
    public void Gives_timers_in_the_order_of_their_ticks_when_it_is_late()
    {
        var late = Add(deadline: 50);
        var early = Add(deadline: 20);

        Assert.Equal([early, late], Due(60));
    }

    [Fact]
    public void Keeps_a_timer_of_a_later_round_in_its_bucket()
    {
        var timer = Add(deadline: 180);

        Assert.Empty(Due(20));
        Assert.Empty(Due(100));
        Assert.Equal([timer], Due(180));
    }

    [Fact]
    public void Gives_all_that_is_overdue_after_more_than_a_round()
    {
        var timers = new[] { Add(deadline: 10), Add(deadline: 90), Add(deadline: 170), Add(deadline: 500) };

        Assert.Equal(timers[..3], Due(180).OrderBy(timer => timer.Deadline));
        Assert.Equal(timers[3..], Due(500));
    }

    [Fact]
    public void Takes_a_timer_that_is_overdue_already_into_the_next_tick()
    {
        Due(100);
        var timer = Add(deadline: 30);

        Assert.Equal([timer], Due(110));
    }

    [Fact]
    public void Removes_a_timer_from_the_middle_of_a_bucket()
    {
        var timers = new[] { Add(deadline: 10), Add(deadline: 10), Add(deadline: 10) };

        timers[1].Cancel();

        Assert.Equal(2, _wheel.Count);
        Assert.Equal([timers[0], timers[2]], Due(10));
    }

    [Fact]
    public void Does_not_take_a_timer_that_is_cancelled_already()
    {
        var timer = new TestTimer(_wheel) { Deadline = 10 };
        timer.Cancel();

        Assert.True(_wheel.Add(timer));

        Assert.Equal(0, _wheel.Count);
    }

    [Fact]
    public void Is_empty_when_all_were_cancelled()
    {
        var timers = Enumerable.Range(1, 100).Select(deadline => Add(deadline)).ToList();

        timers.ForEach(timer => timer.Cancel());

        Assert.Equal(0, _wheel.Count);
        Assert.Empty(Due(1_000));
    }

    [Fact]
    public void Hands_out_what_is_left_and_takes_nothing_more_when_stopped()
    {
        var timer = Add(deadline: 1_000_000);

        Assert.Equal([timer], _wheel.Stop());

        Assert.False(_wheel.Add(new TestTimer(_wheel)));
        Assert.False(_wheel.Sleep(() => 0));
    }

    private TestTimer Add(long deadline)
    {
        var timer = new TestTimer(_wheel) { Deadline = deadline };
        Assert.True(_wheel.Add(timer));
        return timer;
    }

    private List<WheelTimer> Due(long now)
    {
        var due = new List<WheelTimer>();
        _wheel.TakeDue(now, due);
        return due;
    }

    private sealed class TestTimer(TimerWheel wheel) : WheelTimer(wheel)
    {
        public override void Run()
        {
        }
    }
}
