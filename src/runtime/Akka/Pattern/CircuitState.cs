namespace Akka.Pattern;

/// <summary>
/// One stay of a circuit breaker in one of its states; it goes nowhere any more once the breaker has left it.
/// </summary>
internal abstract class CircuitState(CircuitBreaker breaker)
{
    protected CircuitBreaker Breaker => breaker;

    public abstract Task<T> Invoke<T>(Func<Task<T>> body);

    public abstract void OnSuccess();

    public abstract void OnFailure(Exception cause);

    protected async Task<T> CallThrough<T>(Func<Task<T>> body)
    {
        try
        {
            // Real time, as the caller's wait is; the call itself goes on, there is no way to stop it.
            var result = await body().WaitAsync(Breaker.CallTimeout).ConfigureAwait(false);
            OnSuccess();
            return result;
        }
        catch (Exception cause)
        {
            OnFailure(cause);
            throw;
        }
    }
}
