using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>
/// The sender of a question: the first message it gets completes a task, later ones are dead letters. It takes a path,
/// and a place among the temporary actors, only when somebody asks for its path: most repliers never do.
/// </summary>
public class FutureActorRef<T> : MinimalActorRef, IAskDeadline
{
    private readonly TaskCompletionSource<T> _result;
    private readonly IActorRefProvider _provider;
    private ActorPath? _path;
    private WheelTimer? _timer;
    private CancellationTokenRegistration _cancellation;
    // Who was given a path from outside is registered and unregistered from outside.
    private readonly bool _ownsPath;
    private int _isReleased;

    public FutureActorRef(TaskCompletionSource<T> result, ActorPath path, IActorRefProvider provider)
    {
        _result = result;
        _path = path;
        _provider = provider;
    }

    internal FutureActorRef(IActorRefProvider provider)
    {
        // A reply must not run the asker's continuation on the replier's turn.
        _result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _provider = provider;
        _ownsPath = true;
    }

    public override ActorPath Path => Volatile.Read(ref _path) ?? TakePath();

    public override IActorRefProvider Provider => _provider;

    internal Task<T> Result => _result.Task;

    public virtual void DeliverAsk(object message, ICanTell destination) => destination.Tell(message, this);

    void IAskDeadline.OnTimeout(TimeSpan timeout)
    {
        Release();
        _result.TrySetException(new AskTimeoutException($"Timeout after {timeout} seconds"));
    }

    internal void CancelWith(CancellationToken token)
    {
        _cancellation = token.UnsafeRegister(
            static (self, token) => ((FutureActorRef<T>)self!).OnCancellation(token), this);
    }

    internal void TimeOutAfter(TimeSpan timeout) => _timer = AskTimeouts.Start(this, timeout);

    /// <summary>Takes off everything that could still complete it, and its path.</summary>
    internal void Release()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) != 0)
            return;
        _timer?.Cancel();
        _cancellation.Unregister();
        if (_ownsPath && Volatile.Read(ref _path) is { } path)
            _provider.UnregisterTempActor(path);
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
        Release();
        // A cancelled asker does not want to know. An answer of the wrong type fails the task, and shows here as well.
        if (!TryComplete(message) && message is not null && !_result.Task.IsCanceled)
            _provider.DeadLetters.Tell(message, this);
    }

    private bool TryComplete(object? message)
    {
        switch (message)
        {
            case ISystemMessage:
                return _result.TrySetException(new InvalidOperationException(
                    $"system message of type '{message.GetType().Name}' is invalid for FutureActorRef"));
            case T answer:
                return _result.TrySetResult(answer);
            case null:
                return _result.TrySetResult(default!);
            case Status.Failure failure:
                return _result.TrySetException(failure.Cause ?? CanceledByActor());
            case Failure failure:
                return _result.TrySetException(failure.Exception ?? CanceledByActor());
            default:
                _result.TrySetException(new ArgumentException(
                    $"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]"));
                return false;
        }
    }

    private static TaskCanceledException CanceledByActor() => new("Task cancelled by actor via Failure message.");

    private void OnCancellation(CancellationToken token)
    {
        Release();
        _result.TrySetCanceled(token);
    }

    private ActorPath TakePath()
    {
        var path = _provider.TempPath();
        if (Interlocked.CompareExchange(ref _path, path, null) is { } first)
            return first;
        _provider.RegisterTempActor(this, path);
        // Release() writes its flag before it reads _path, this side the other way round: one of the two unregisters.
        if (Volatile.Read(ref _isReleased) != 0)
            _provider.UnregisterTempActor(path);
        return path;
    }
}
