using System.Globalization;

namespace Akka.Configuration.Hocon;

/// <summary>
/// HOCON's durations: a number that is not negative and a unit; without a unit it counts milliseconds.
/// </summary>
internal static class HoconDuration
{
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = Timeout.InfiniteTimeSpan;
        if (text is null)
            return false;
        if (text.Trim().Equals("infinite", StringComparison.OrdinalIgnoreCase))
            return true;

        var (number, unit) = HoconUnits.Split(text);
        if (TicksPer(unit) is not { } ticksPerUnit || !TryParseNumber(number, out var count))
            return false;

        var ticks = Math.Round(count * ticksPerUnit);
        if (ticks >= TimeSpan.MaxValue.Ticks)
            return false;
        duration = TimeSpan.FromTicks((long)ticks);
        return true;
    }

    private static bool TryParseNumber(string text, out double number)
        => double.TryParse(text, NumberStyles.Float, NumberFormatInfo.InvariantInfo, out number)
           && double.IsFinite(number) && number >= 0;

    private static double? TicksPer(string unit) => unit switch
    {
        "ns" or "nano" or "nanos" or "nanosecond" or "nanoseconds" => 1e-9 * TimeSpan.TicksPerSecond,
        "us" or "micro" or "micros" or "microsecond" or "microseconds" => TimeSpan.TicksPerMicrosecond,
        "" or "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
        "s" or "second" or "seconds" => TimeSpan.TicksPerSecond,
        "m" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
        "h" or "hour" or "hours" => TimeSpan.TicksPerHour,
        "d" or "day" or "days" => TimeSpan.TicksPerDay,
        _ => null,
    };
}
