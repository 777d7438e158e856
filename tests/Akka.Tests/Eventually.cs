using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Akka.Tests;

/// <summary>Waits for a condition, with one bound for all.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    public static void True(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string otherwise = "") =>
        True(condition, () => otherwise);

    public static void True(Func<bool> condition, Func<string> otherwise)
    {
        var started = Stopwatch.GetTimestamp();
        while (!SpinWait.SpinUntil(condition, TimeSpan.FromMilliseconds(50)))
        {
            if (Stopwatch.GetElapsedTime(started) > Bound) Assert.Fail(otherwise());
        }
    }
}
