namespace Akka.TestKit.Extensions;

/// <summary>Bounds and checks on tasks.</summary>
public static class TaskExtensions
{
    public static async Task<bool> AwaitWithTimeout(
        this Task parentTask, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using var delay = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(parentTask, Task.Delay(timeout, delay.Token)).ConfigureAwait(false);
        await delay.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (first != parentTask)
            return false;

        await parentTask.ConfigureAwait(false);
        return true;
    }

    public static async Task ShouldCompleteWithin<T>(
        this Task<T> task, T expected, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        var actual = await task.ShouldCompleteWithin(timeout, because, becauseArgs).ConfigureAwait(false);
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new TimeoutException(
                $"Expected the task to return {expected}{Reason(because, becauseArgs)}, but it returned {actual}.");
        }
    }

    public static async Task<T> ShouldCompleteWithin<T>(
        this Task<T> task, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        await ((Task)task).ShouldCompleteWithin(timeout, because, becauseArgs).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    public static async Task ShouldCompleteWithin(
        this Task task, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        if (!await task.AwaitWithTimeout(timeout).ConfigureAwait(false))
        {
            throw new TimeoutException(
                $"Expected the task to complete within {timeout}{Reason(because, becauseArgs)}.");
        }
    }

    public static async Task ShouldThrowWithin<T>(
        this Task task, T expected, TimeSpan timeout, string because = "", params object[] becauseArgs)
        where T : Exception
    {
        var actual = await task.ShouldThrowWithin<T>(timeout, because, becauseArgs).ConfigureAwait(false);
        if (!Equals(expected, actual))
        {
            throw new InvalidOperationException(
                $"Expected the task to throw {expected}{Reason(because, becauseArgs)}, but it threw {actual}.");
        }
    }

    public static async Task<T> ShouldThrowWithin<T>(
        this Task task, TimeSpan timeout, string because = "", params object[] becauseArgs)
        where T : Exception
    {
        try
        {
            await task.ShouldCompleteWithin(timeout, because, becauseArgs).ConfigureAwait(false);
        }
        catch (T expected)
        {
            return expected;
        }

        throw new InvalidOperationException(
            $"Expected the task to throw {typeof(T)}{Reason(because, becauseArgs)}, but it did not throw.");
    }

    public static async Task<T> WithTimeout<T>(
        this Task<T> parentTask, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (!await parentTask.AwaitWithTimeout(timeout, cancellationToken).ConfigureAwait(false))
            throw new TaskCanceledException($"Task timed out after {timeout.TotalSeconds} seconds");

        return await parentTask.ConfigureAwait(false);
    }

    private static string Reason(string because, object[] becauseArgs)
    {
        if (string.IsNullOrEmpty(because))
            return "";

        var reason = becauseArgs.Length == 0 ? because : string.Format(because, becauseArgs);
        return $" because {reason}";
    }
}
