using System.Diagnostics;

namespace Akka.Util;

/// <summary>A token bucket on a clock that never goes back, in ticks of 100 nanoseconds.</summary>
public sealed class TickTimeTokenBucket : TokenBucket
{
    public TickTimeTokenBucket(long capacity, long period)
        : base(capacity, period)
    {
    }

    public override long CurrentTime => Stopwatch.GetElapsedTime(0).Ticks;
}
