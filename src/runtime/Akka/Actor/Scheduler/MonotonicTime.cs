using System.Diagnostics;

namespace Akka.Actor;

/// <summary>Time since the process first asked, by the operating system's monotonic clock.</summary>
internal static class MonotonicTime
{
    private static readonly long Start = Stopwatch.GetTimestamp();

    public static TimeSpan Elapsed => Stopwatch.GetElapsedTime(Start);
}
