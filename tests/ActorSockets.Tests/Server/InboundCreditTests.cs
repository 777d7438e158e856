using ActorSockets.Server;

namespace ActorSockets.Tests.Server;

public class InboundCreditTests
{
    private InboundCredit _credit = new(limit: 100);

    [Fact]
    public void There_is_some_until_the_limit_is_reached()
    {
        _credit.Take(99);
        Assert.True(_credit.HasSome);

        _credit.Take(50);
        Assert.False(_credit.HasSome);
    }

    [Fact]
    public void Who_awaits_is_woken_once_when_half_is_free()
    {
        _credit.Take(100);
        Assert.False(_credit.Await());

        Assert.False(_credit.Return(49));
        Assert.True(_credit.Return(1));
        Assert.False(_credit.Return(50));
    }

    [Fact]
    public void Nobody_is_woken_who_does_not_await()
    {
        _credit.Take(100);

        Assert.False(_credit.Return(100));
    }

    [Fact]
    public void Who_awaits_too_late_is_told_so()
    {
        _credit.Take(100);
        _credit.Return(60);

        Assert.True(_credit.Await());
        Assert.False(_credit.Return(40));
    }

    [Fact]
    public void Who_has_found_some_is_not_woken()
    {
        _credit.Take(100);
        _credit.Await();

        _credit.AwaitNoMore();

        Assert.False(_credit.Return(100));
    }

    /// <summary>Two threads as fast as they can: each time the one awaits, exactly one of the two finds that out.
    /// </summary>
    [Fact]
    public void No_wake_up_is_lost_between_two_threads()
    {
        const int rounds = 200_000;
        var woken = 0;
        using var barrier = new Barrier(2);
        var returning = new Thread(() =>
        {
            for (var i = 0; i < rounds; i++)
            {
                barrier.SignalAndWait();
                if (_credit.Return(100))
                    Interlocked.Increment(ref woken);
                barrier.SignalAndWait();
            }
        });
        returning.Start();

        for (var i = 0; i < rounds; i++)
        {
            _credit.Take(100);
            barrier.SignalAndWait();
            if (_credit.Await())
                Interlocked.Increment(ref woken);
            barrier.SignalAndWait();
            Assert.Equal(i + 1, Volatile.Read(ref woken));
        }

        returning.Join();
    }
}
