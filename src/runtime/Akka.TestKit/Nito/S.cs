using System.Runtime.ExceptionServices;

namespace Nito.AsyncEx.Synchronous;

/// <summary>Blocks for a task and throws what the task threw, as awaiting it would.</summary>
public static class S
{
    public static void WaitAndUnwrapException(this Task t) => t.GetAwaiter().GetResult();

    public static void WaitAndUnwrapException(this Task t, CancellationToken cancellationToken)
    {
        try
        {
            t.Wait(cancellationToken);
        }
        catch (AggregateException all)
        {
            ExceptionDispatchInfo.Throw(all.InnerException!);
        }
    }

    public static T WaitAndUnwrapException<T>(this Task<T> t) => t.GetAwaiter().GetResult();

    public static T WaitAndUnwrapException<T>(this Task<T> t, CancellationToken cancellationToken)
    {
        WaitAndUnwrapException((Task)t, cancellationToken);
        return t.Result;
    }
}
