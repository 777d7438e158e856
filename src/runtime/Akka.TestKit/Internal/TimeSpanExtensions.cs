namespace Akka.TestKit.Internal;

/// <summary>What a time-out can be: finite, zero included, or infinite, which any negative one means.</summary>
public static class TimeSpanExtensions
{
    public static void EnsureIsPositiveFinite(this TimeSpan timeSpan, string parameterName)
    {
        if (!timeSpan.IsPositiveFinite())
        {
            throw new ArgumentException(
                $"The timespan must be greater than zero. Actual value: {timeSpan}", parameterName);
        }
    }

    public static bool IsInfinite(this TimeSpan timeSpan) => timeSpan < TimeSpan.Zero;

    public static bool IsInfinite(this TimeSpan? timeSpan) => timeSpan.HasValue && timeSpan.Value.IsInfinite();

    public static bool IsInfiniteTimeout(this TimeSpan timeSpan) => timeSpan == Timeout.InfiniteTimeSpan;

    public static bool IsInfiniteTimeout(this TimeSpan? timeSpan)
        => timeSpan.HasValue && timeSpan.Value.IsInfiniteTimeout();

    public static bool IsPositiveFinite(this TimeSpan timeSpan) => timeSpan >= TimeSpan.Zero;

    public static bool IsPositiveFinite(this TimeSpan? timeSpan)
        => timeSpan.HasValue && timeSpan.Value.IsPositiveFinite();

    public static bool IsUndefined(this TimeSpan? timeSpan) => !timeSpan.HasValue;

    public static bool IsZero(this TimeSpan timeSpan) => timeSpan == TimeSpan.Zero;

    public static bool IsZero(this TimeSpan? timeSpan) => timeSpan.HasValue && timeSpan.Value.IsZero();

    public static TimeSpan Min(this TimeSpan a, TimeSpan? b)
    {
        if (!b.HasValue || b.Value.IsInfinite())
            return a;
        return a.IsInfinite() || b.Value < a ? b.Value : a;
    }
}
