using System.Diagnostics;

namespace Akka.Tests.Actor.Stress;

/// <summary>Waits for a condition, with one bound for all.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    public static void True(Func<bool> condition, Func<string> otherwise)
    {
        var started = Stopwatch.GetTimestamp();
        while (!SpinWait.SpinUntil(condition, TimeSpan.FromMilliseconds(50)))
        {
            if (Stopwatch.GetElapsedTime(started) > Bound) Assert.Fail(otherwise());
        }
    }
}
