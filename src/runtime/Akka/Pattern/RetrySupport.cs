using Akka.Actor;
using Akka.Util;

namespace Akka.Pattern;

/// <summary>Tries again what has failed. The number of attempts does not count the first one.</summary>
public static class RetrySupport
{
    /// <summary>Tries again at once.</summary>
    public static Task<T> Retry<T>(Func<Task<T>> attempt, int attempts) =>
        Checked(attempt, attempts, static _ => Option<TimeSpan>.None, null);

    /// <summary>
    /// Waits longer each time: twice as long, from <paramref name="minBackoff"/> on, plus a random share.
    /// </summary>
    public static Task<T> Retry<T>(
        Func<Task<T>> attempt,
        int attempts,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        int randomFactor,
        IScheduler scheduler)
    {
        if (minBackoff <= TimeSpan.Zero)
            throw new ArgumentException("Parameter minBackoff must be > 0");
        if (maxBackoff < minBackoff)
            throw new ArgumentException("Parameter maxBackoff must be >= minBackoff");
        if (randomFactor is < 0 or > 1)
            throw new ArgumentException("RandomFactor must be between 0.0 and 1.0");
        return Retry(
            attempt,
            attempts,
            attempted => BackoffSupervisor.CalculateDelay(attempted, minBackoff, maxBackoff, randomFactor),
            scheduler);
    }

    /// <summary>Waits the same time before each further try.</summary>
    public static Task<T> Retry<T>(Func<Task<T>> attempt, int attempts, TimeSpan delay, IScheduler scheduler) =>
        Retry(attempt, attempts, _ => delay, scheduler);

    /// <summary>Waits as long as the function says, which is told how many tries there were; none: no wait.</summary>
    public static Task<T> Retry<T>(
        Func<Task<T>> attempt, int attempts, Func<int, Option<TimeSpan>> delayFunction, IScheduler scheduler) =>
        Checked(attempt, attempts, delayFunction, scheduler);

    // What makes no sense is thrown at once; only what goes wrong later comes with the task.
    private static Task<T> Checked<T>(
        Func<Task<T>> attempt, int attempts, Func<int, Option<TimeSpan>> delayFunction, IScheduler? scheduler)
    {
        if (attempts < 0)
            throw new ArgumentException("Parameter maxAttempts must >= 0.");
        if (attempt is null)
            throw new ArgumentNullException(nameof(attempt), "Parameter attempt should not be null.");
        return RetryAsync(attempt, attempts, delayFunction, scheduler);
    }

    private static async Task<T> RetryAsync<T>(
        Func<Task<T>> attempt, int attempts, Func<int, Option<TimeSpan>> delayFunction, IScheduler? scheduler)
    {
        for (var attempted = 1; ; attempted++)
        {
            var task = Try(attempt);
            try
            {
                return await task.ConfigureAwait(false);
            }
            catch (Exception) when (attempted <= attempts && task.IsFaulted)
            {
                // Whatever it was, there is another try; what the last one throws is the caller's.
                // A task that was cancelled has not failed: nobody waits for it any more.
            }

            await Wait(delayFunction(attempted), scheduler).ConfigureAwait(false);
        }
    }

    private static Task<T> Try<T>(Func<Task<T>> attempt)
    {
        try
        {
            return attempt();
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    private static Task Wait(Option<TimeSpan> delay, IScheduler? scheduler) =>
        scheduler is null || !delay.HasValue || delay.Value <= TimeSpan.Zero
            ? Task.CompletedTask
            : FutureTimeoutSupport.After(delay.Value, scheduler, static () => Task.FromResult(Done.Instance));
}
