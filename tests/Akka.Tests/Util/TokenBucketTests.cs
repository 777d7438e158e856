using Akka.Util;

namespace Akka.Tests.Util;

public class TokenBucketTests
{
    [Fact]
    public void Starts_full()
    {
        var bucket = Filled(capacity: 10, period: 1);

        Assert.Equal(0, bucket.Offer(3));
        Assert.Equal(0, bucket.Offer(7));
        Assert.Equal(3, bucket.Offer(3));
    }

    [Theory]
    [InlineData(10, 2, 10, 5, 10)]
    [InlineData(0, 2, 0, 10, 20)]
    [InlineData(10, 2, 5, 20, 30)]
    public void What_is_missing_is_waited_for(long capacity, long period, long first, long second, long delay)
    {
        var bucket = Filled(capacity, period);

        Assert.Equal(0, bucket.Offer(first));
        Assert.Equal(delay, bucket.Offer(second));
    }

    [Fact]
    public void Tokens_keep_their_times_whenever_they_are_asked_for()
    {
        var bucket = Filled(capacity: 5, period: 3);

        Assert.Equal(15, bucket.Offer(10));
        bucket.Now = 16;
        Assert.Equal(2, bucket.Offer(1));
        bucket.Now = 19;
        Assert.Equal(5, bucket.Offer(2));
    }

    [Fact]
    public void Holds_no_more_than_its_capacity()
    {
        var bucket = Filled(capacity: 10, period: 1);
        Assert.Equal(0, bucket.Offer(10));

        bucket.Now = 100_000;

        Assert.Equal(10, bucket.Offer(20));
    }

    [Theory]
    [InlineData(-100)]
    [InlineData(long.MaxValue - 5)]
    public void The_clock_may_start_anywhere_and_wrap(long start)
    {
        var bucket = new ClockedBucket(10, 1) { Now = start };
        bucket.Init();

        Assert.Equal(0, bucket.Offer(5));
        Assert.Equal(5, bucket.Offer(10));
        bucket.Now = unchecked(start + 10);
        Assert.Equal(0, bucket.Offer(5));
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ClockedBucket(-1, 1));
        Assert.Throws<ArgumentException>(() => new ClockedBucket(1, 0));
        Assert.Throws<ArgumentException>(() => Filled(1, 1).Offer(-1));
    }

    [Fact]
    public void The_real_clock_counts_ticks()
    {
        var bucket = new TickTimeTokenBucket(1, TimeSpan.TicksPerHour);
        bucket.Init();

        Assert.Equal(0, bucket.Offer(1));
        Assert.InRange(bucket.Offer(1), TimeSpan.TicksPerMinute, TimeSpan.TicksPerHour);
    }

    private static ClockedBucket Filled(long capacity, long period)
    {
        var bucket = new ClockedBucket(capacity, period);
        bucket.Init();
        return bucket;
    }

    private sealed class ClockedBucket(long capacity, long period) : TokenBucket(capacity, period)
    {
        public long Now { get; set; }

        public override long CurrentTime => Now;
    }
}
