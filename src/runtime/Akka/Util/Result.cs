namespace Akka.Util;

/// <summary>Makes a <see cref="Result{T}"/>.</summary>
public static class Result
{
    public static Result<T> Success<T>(T value) => new(value);

    public static Result<T> Failure<T>(Exception exception) => new(exception);

    public static Result<T> From<T>(Func<T> func)
    {
        try
        {
            return new Result<T>(func());
        }
        catch (Exception exception)
        {
            // Whatever went wrong is what this method is there to return.
            return new Result<T>(exception);
        }
    }

    /// <summary>The outcome of a task that has come to its end.</summary>
    public static Result<T> FromTask<T>(Task<T> task)
    {
        if (!task.IsCompleted)
        {
            throw new ArgumentException(
                "Task is not completed. Result.FromTask only accepts completed tasks.", nameof(task));
        }

        if (task.IsCanceled)
        {
            return new Result<T>(new TaskCanceledException(task));
        }

        return task.IsFaulted ? new Result<T>(task.Exception) : new Result<T>(task.Result);
    }
}
