namespace Akka.Pattern;

/// <summary>One call goes through, and decides.</summary>
internal sealed class HalfOpenCircuit(CircuitBreaker breaker) : CircuitState(breaker)
{
    private int _isTaken;

    public override Task<T> Invoke<T>(Func<Task<T>> body) =>
        Interlocked.Exchange(ref _isTaken, 1) == 0
            ? CallThrough(body)
            : Task.FromException<T>(new OpenCircuitException(
                "Circuit breaker is half open, only one call is allowed; this call is failing fast.",
                Breaker.LastCaughtException));

    public override void OnSuccess()
    {
        Breaker.Remember(null);
        Breaker.Reset(this);
    }

    public override void OnFailure(Exception cause)
    {
        Breaker.Remember(cause);
        Breaker.Trip(this);
    }
}
