namespace Akka.Util;

/// <summary>
/// Limits a rate: tokens arrive at even times up to a capacity, and each offer takes some, ahead of time if need be.
/// Not for several threads.
/// </summary>
public abstract class TokenBucket
{
    private readonly long _capacity;
    private readonly long _ticksBetweenTokens;
    private long _availableTokens;

    // When the last token arrived; in the future while tokens are owed.
    private long _lastArrival;

    protected TokenBucket(long capacity, long ticksBetweenTokens)
    {
        if (capacity < 0)
        {
            throw new ArgumentException("Capacity must be non-negative", nameof(capacity));
        }

        if (ticksBetweenTokens <= 0)
        {
            throw new ArgumentException(
                "Time between tokens must be larger than zero ticks.", nameof(ticksBetweenTokens));
        }

        _capacity = capacity;
        _ticksBetweenTokens = ticksBetweenTokens;
    }

    public abstract long CurrentTime { get; }

    /// <summary>Fills the bucket, and starts its clock.</summary>
    public void Init()
    {
        _availableTokens = _capacity;
        _lastArrival = CurrentTime;
    }

    /// <summary>Takes <paramref name="cost"/> tokens.</summary>
    /// <returns>For how many ticks to wait until they will all have arrived.</returns>
    public long Offer(long cost)
    {
        if (cost < 0)
        {
            throw new ArgumentException("Cost must be non-negative", nameof(cost));
        }

        var now = CurrentTime;
        Refill(now);
        if (cost <= _availableTokens)
        {
            _availableTokens -= cost;
            return 0;
        }

        // Differences only: the clock may be negative, and may wrap.
        var owed = cost - _availableTokens;
        var delay = (owed * _ticksBetweenTokens) - (now - _lastArrival);
        _lastArrival = now + delay;
        _availableTokens = 0;
        return delay;
    }

    private void Refill(long now)
    {
        var arrived = Math.Max(now - _lastArrival, 0) / _ticksBetweenTokens;
        _lastArrival += arrived * _ticksBetweenTokens;
        _availableTokens = Math.Min(_availableTokens + arrived, _capacity);
    }
}
