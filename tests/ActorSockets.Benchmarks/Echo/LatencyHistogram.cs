using System.Numerics;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>Latencies with a precision of one in 64, whatever their size; for several threads.</summary>
internal sealed class LatencyHistogram
{
    private const int Parts = 64;
    private readonly long[] _buckets = new long[40 * Parts];

    public void Add(TimeSpan latency) => Interlocked.Increment(ref _buckets[BucketOf((ulong)latency.TotalNanoseconds)]);

    /// <summary>In microseconds.</summary>
    public double Percentile(double part)
    {
        var wanted = part * _buckets.Sum();
        var seen = 0L;
        var bucket = 0;
        while (bucket < _buckets.Length - 1 && (seen += _buckets[bucket]) <= wanted)
        {
            bucket++;
        }

        return NanosecondsOf(bucket) / 1e3;
    }

    private int BucketOf(ulong nanoseconds)
    {
        if (nanoseconds < Parts)
        {
            return (int)nanoseconds;
        }

        var shift = BitOperations.Log2(nanoseconds) - 6;
        return Math.Min(((shift + 1) * Parts) + (int)((nanoseconds >> shift) - Parts), _buckets.Length - 1);
    }

    private static double NanosecondsOf(int bucket) =>
        bucket < Parts ? bucket : (double)((ulong)((bucket % Parts) + Parts) << ((bucket / Parts) - 1));
}
