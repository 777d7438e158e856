using Akka.Actor;

namespace Akka.Pattern;

/// <summary>Tasks that start later.</summary>
public static class FutureTimeoutSupport
{
    /// <summary>Calls <paramref name="value"/> when the time has passed, and takes its outcome.</summary>
    public static Task<T> After<T>(TimeSpan duration, IScheduler scheduler, Func<Task<T>> value)
    {
        if (duration <= TimeSpan.Zero)
            return RunAsync(value);
        var result = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        scheduler.Advanced.ScheduleOnce(duration, () => result.SetResult(RunAsync(value)));
        return result.Task.Unwrap();
    }

    private static async Task<T> RunAsync<T>(Func<Task<T>> value) => await value().ConfigureAwait(false);
}
