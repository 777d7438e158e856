using Akka.Util;
using Akka.Util.Internal;

namespace Akka.Tests.Util;

public class AtomicsTests
{
    private const int Rounds = 20_000;

    [Fact]
    public void A_flag_changes_hands_once()
    {
        var flag = new AtomicBoolean();

        Assert.True(flag.CompareAndSet(false, true));
        Assert.False(flag.CompareAndSet(false, true));
        Assert.True(flag.GetAndSet(false));
        Assert.False(flag);
    }

    [Fact]
    public void A_reference_is_compared_by_identity()
    {
        var first = new string('a', 2);
        var reference = new AtomicReference<string>(first);

        Assert.False(reference.CompareAndSet(new string('a', 2), "b"));
        Assert.True(reference.CompareAndSet(first, "b"));
        Assert.Equal("b", reference.GetAndSet("c"));
        Assert.Equal("c", reference);
        Assert.Null(new AtomicReference<string>().Value);
    }

    [Fact]
    public void Counters_lose_nothing_among_threads()
    {
        var counter = new AtomicCounter();
        var longs = new AtomicCounterLong(5);

        Parallel.For(0, Rounds, _ =>
        {
            counter.Next();
            longs.AddAndGet(2);
        });

        Assert.Equal(Rounds, counter.Current);
        Assert.Equal(5 + (2 * Rounds), longs.Current);
    }

    [Fact]
    public void Counters_return_before_or_after_as_their_methods_say()
    {
        var counter = new AtomicCounter(5);

        Assert.Equal(5, counter.GetAndIncrement());
        Assert.Equal(7, counter.IncrementAndGet());
        Assert.Equal(7, counter.GetAndDecrement());
        Assert.Equal(5, counter.DecrementAndGet());
        Assert.Equal(5, counter.GetAndAdd(10));
        Assert.Equal(20, counter.AddAndGet(5));
        Assert.Equal(20, counter.GetAndSet(1));
        Assert.True(counter.CompareAndSet(1, 2));
        counter.Reset();
        Assert.Equal(0, counter.Current);
    }

    [Fact]
    public void Swapping_starts_again_when_somebody_came_between()
    {
        var shared = "";
        var calls = 0;

        var result = InterlockedSpin.Swap(ref shared, _ =>
        {
            if (++calls == 1)
            {
                shared = "-";
            }

            return "updated";
        });

        Assert.Equal(2, calls);
        Assert.Equal("updated", shared);
        Assert.Equal("updated", result);
    }

    [Fact]
    public void Swapping_stops_when_its_condition_does_not_hold()
    {
        var shared = "a";

        var result = InterlockedSpin.ConditionallySwap(ref shared, _ => (false, "b", "kept"));

        Assert.Equal("a", shared);
        Assert.Equal("kept", result);
    }

    [Fact]
    public void A_set_takes_each_item_once()
    {
        var set = new ConcurrentSet<int>();
        var added = 0;

        Parallel.For(0, Rounds, i =>
        {
            if (set.TryAdd(i / 2))
            {
                Interlocked.Increment(ref added);
            }
        });

        Assert.Equal(Rounds / 2, added);
        Assert.Equal(Rounds / 2, set.Count);
        Assert.Equal(Rounds / 2, set.Distinct().Count());
        Assert.True(set.TryRemove(3));
        Assert.DoesNotContain(3, set);
    }
}
