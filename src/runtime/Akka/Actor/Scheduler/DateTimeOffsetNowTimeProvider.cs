namespace Akka.Actor;

/// <summary>The clocks of this machine.</summary>
public class DateTimeOffsetNowTimeProvider : IDateTimeOffsetNowTimeProvider
{
    private DateTimeOffsetNowTimeProvider()
    {
    }

    public static DateTimeOffsetNowTimeProvider Instance { get; } = new();

    public DateTimeOffset Now => DateTimeOffset.UtcNow;

    public TimeSpan MonotonicClock => MonotonicTime.Elapsed;

    public TimeSpan HighResMonotonicClock => MonotonicTime.Elapsed;
}
