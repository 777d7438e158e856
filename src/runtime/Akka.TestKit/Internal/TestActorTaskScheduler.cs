using Akka.Actor;
using Akka.Dispatch;

namespace Akka.TestKit.Internal;

/// <summary>Hands the failure of an asynchronous handler to the test that called it, not to the supervisor.</summary>
internal sealed class TestActorTaskScheduler : ActorTaskScheduler
{
    private TaskCompletionSource? _awaited;

    public TestActorTaskScheduler(ActorCell cell)
        : base(cell)
    {
    }

    /// <summary>Runs a handler, and completes when the asynchronous part of it does.</summary>
    public Task RunHandler(Action handler)
    {
        var awaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _awaited, awaited);
        handler();

        // A handler without an asynchronous part, or one that has ended already, leaves no message behind.
        if (CurrentMessage is null)
            awaited.TrySetResult();
        return awaited.Task;
    }

    internal override bool OnFinished(Exception? failure)
    {
        if (Interlocked.Exchange(ref _awaited, null) is not { } awaited)
            return false;

        if (failure is null)
            awaited.TrySetResult();
        else
            awaited.TrySetException(failure);
        return true;
    }
}
