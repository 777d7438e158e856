namespace Akka.Pattern;

/// <summary>Calls go through; so many failures with no success in between open the breaker.</summary>
internal sealed class ClosedCircuit(CircuitBreaker breaker) : CircuitState(breaker)
{
    private int _failures;

    public int Failures => Volatile.Read(ref _failures);

    public override Task<T> Invoke<T>(Func<Task<T>> body) => CallThrough(body);

    public override void OnSuccess()
    {
        Breaker.Remember(null);
        Volatile.Write(ref _failures, 0);
    }

    public override void OnFailure(Exception cause)
    {
        Breaker.Remember(cause);
        if (Interlocked.Increment(ref _failures) == Breaker.MaxFailures)
            Breaker.Trip(this);
    }
}
