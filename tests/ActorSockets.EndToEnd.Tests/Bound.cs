namespace ActorSockets.EndToEnd.Tests;

/// <summary>How long a test waits for what must happen: never met on a machine that works, however loaded.</summary>
internal static class Bound
{
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(60);

    /// <summary>The task's result, or a failure that says what was waited for.</summary>
    public static async Task<T> For<T>(Task<T> task, string what)
    {
        try
        {
            return await task.WaitAsync(Wait);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Waited {Wait.TotalSeconds} s for {what}.");
        }
    }

    public static Task For(Task task, string what) => For(Finish(task), what);

    private static async Task<bool> Finish(Task task)
    {
        await task;
        return true;
    }
}
