using System.Diagnostics;

namespace Akka.Pattern;

/// <summary>Calls fail at once, until the reset time-out makes the breaker half open.</summary>
internal sealed class OpenCircuit(CircuitBreaker breaker, TimeSpan duration) : CircuitState(breaker)
{
    private readonly long _since = Stopwatch.GetTimestamp();

    public TimeSpan Duration => duration;

    public override Task<T> Invoke<T>(Func<Task<T>> body)
    {
        var remaining = duration - Stopwatch.GetElapsedTime(_since);
        return Task.FromException<T>(new OpenCircuitException(
            Breaker.LastCaughtException, remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero));
    }

    // Calls that began before it opened end here without effect.
    public override void OnSuccess()
    {
    }

    public override void OnFailure(Exception cause)
    {
    }
}
