using Akka.Pattern;

namespace Akka.TestKit.Tests;

public class LatchTests : Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_latch_opens_when_it_is_counted_down()
    {
        var latch = CreateTestLatch(2);
        Assert.False(latch.IsOpen);

        latch.CountDown();
        Assert.False(latch.IsOpen);
        latch.CountDown();

        latch.Ready(Long);
        Assert.True(latch.IsOpen);
    }

    [Fact]
    public void A_latch_opens_at_once_when_told()
    {
        var latch = new TestLatch(100);

        latch.Open();

        Assert.True(latch.IsOpen);
        latch.Reset();
        Assert.False(latch.IsOpen);
    }

    [Fact]
    public void A_latch_that_stays_closed_fails_those_who_wait()
        => Assert.Equal(
            $"Timeout of {Short}", Assert.Throws<TimeoutException>(() => new TestLatch().Ready(Short)).Message);

    [Fact]
    public void A_latch_does_not_wait_for_ever()
        => Assert.Throws<ArgumentException>(() => new TestLatch().Ready(TimeSpan.MaxValue));

    [Fact]
    public async Task A_barrier_lets_all_go_on_together()
    {
        var barrier = CreateTestBarrier(2);

        var other = Task.Run(() => barrier.Await(Long));
        barrier.Await(Long);

        await other.WaitAsync(Long);
    }

    [Fact]
    public void A_barrier_fails_those_who_wait_in_vain()
        => Assert.Throws<TimeoutException>(() => CreateTestBarrier(2).Await(Short));

    [Fact]
    public void A_breaker_has_a_latch_for_each_state()
    {
        var breaker = new TestBreaker(new CircuitBreaker(Sys.Scheduler, 1, Long, Short));

        Assert.Throws<InvalidOperationException>(
            () => breaker.Instance.WithSyncCircuitBreaker(() => throw new InvalidOperationException()));

        Assert.True(breaker.OpenLatch.Wait(Long));
        Assert.True(breaker.HalfOpenLatch.Wait(Long));
        breaker.Instance.WithSyncCircuitBreaker(() => { });
        Assert.True(breaker.ClosedLatch.Wait(Long));
    }
}
