using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// Runs the continuations of one actor's asynchronous handlers on that actor's turn. While such a handler is under way
/// the mailbox is suspended: no other user message comes between.
/// </summary>
public class ActorTaskScheduler : TaskScheduler
{
    private readonly ActorCell _cell;
    private object? _currentMessage;
    private int _open;
    private int _epoch;

    internal ActorTaskScheduler(ActorCell cell) => _cell = cell;

    /// <summary>The message whose handler is under way; null between handlers.</summary>
    public object CurrentMessage => _currentMessage!;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs an asynchronous handler of the current actor.</summary>
    /// <exception cref="InvalidOperationException">There is no current actor.</exception>
    public static void RunTask(Action action) => RunTask(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <inheritdoc cref="RunTask(Action)"/>
    public static void RunTask(Func<Task> asyncAction)
    {
        var cell = ActorCell.Current
            ?? throw new InvalidOperationException("RunTask must be called from an actor context.");
        cell.TaskScheduler.Start(asyncAction);
    }

    /// <summary>Whether a handler is under way.</summary>
    internal bool IsBusy => _open > 0;

    internal void Execute(ActorTask work)
    {
        _cell.ReplaceCurrentMessage(_currentMessage!);
        OnBeforeTaskStarted();
        try
        {
            TryExecuteTask(work.Task);
        }
        finally
        {
            OnAfterTaskCompleted();
        }
    }

    /// <summary>Forgets the handlers under way: their instance is gone. What is left of them still runs, but its end
    /// means nothing any more.</summary>
    internal void Abandon()
    {
        for (; _open > 0; _open--) _cell.Mailbox.Resume();
        _epoch++;
        _currentMessage = null;
    }

    /// <summary>Called when a handler has ended. Answers whether its failure has been dealt with.</summary>
    internal virtual bool OnFinished(Exception? failure) => false;

    protected virtual void OnBeforeTaskStarted()
    {
    }

    protected virtual void OnAfterTaskCompleted()
    {
    }

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task)
    {
        // a task that says it takes long does not run inside the one that starts it
        var isLong = (task.CreationOptions & TaskCreationOptions.LongRunning) != 0;
        if (!isLong && ReferenceEquals(ActorCell.Current, _cell)) TryExecuteTask(task);
        else _cell.SendSystemMessage(new ActorTask(task));
    }

    // QueueTask already runs in place what may run in place
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    private void Start(Func<Task> asyncAction)
    {
        _cell.Dispatcher.Suspend(_cell);
        _open++;
        _currentMessage = _cell.CurrentMessage;
        var epoch = _epoch;
        Task.Factory.StartNew(asyncAction, CancellationToken.None, TaskCreationOptions.None, this)
            .Unwrap()
            .ContinueWith(
                task => Finish(task, epoch),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                this);
    }

    private void Finish(Task task, int epoch)
    {
        if (epoch != _epoch) return;
        _open--;
        var failure = FailureOf(task);
        if (OnFinished(failure)) failure = null;
        if (failure is not null) _cell.HandleInvokeFailure(failure);
        else if (_open == 0) _cell.ReplaceCurrentMessage(null!);
        if (_open == 0) _currentMessage = null;
        _cell.CheckReceiveTimeout();
        // last: a failure's own suspension must be in force before this one ends
        _cell.Dispatcher.Resume(_cell);
    }

    private static Exception? FailureOf(Task task)
    {
        if (task.IsCanceled) return new TaskCanceledException(task);
        return task.Exception is { } all ? all.InnerExceptions.Count == 1 ? all.InnerException : all : null;
    }
}
