using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Stands above the root: a failure that comes this far ends the system.</summary>
public class RootGuardianSupervisor : MinimalActorRef
{
    private readonly TaskCompletionSource<Status> _terminated;
    private readonly ILoggingAdapter _log;
    private readonly ActorPath _path;

    public RootGuardianSupervisor(
        RootActorPath root, IActorRefProvider provider, TaskCompletionSource<Status> terminationPromise,
        ILoggingAdapter log)
    {
        _path = root / "_Root-guardian-supervisor";
        Provider = provider;
        _terminated = terminationPromise;
        _log = log;
    }

    public Exception? CauseOfTermination { get; private set; }

    public override ActorPath Path => _path;

    public override IActorRefProvider Provider { get; }

    /// <summary>The root has ended, and the system with it.</summary>
    public override void Stop() => _terminated.TrySetResult(
        CauseOfTermination is null ? Status.Success.Instance : new Status.Failure(CauseOfTermination));

    public override void SendSystemMessage(ISystemMessage systemMessage)
    {
        switch (systemMessage)
        {
            case Failed failed:
                CauseOfTermination = failed.Cause;
                _log.Error(failed.Cause, "guardian {0} failed, shutting down!", failed.Child);
                ((IInternalActorRef)failed.Child).Stop();
                break;
            case DeathWatchNotification:
                Stop();
                break;
            case Supervise:
                break;
            default:
                _log.Error("{0} received unexpected system message [{1}]", _path, systemMessage);
                break;
        }
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
        if (_terminated.Task.IsCompleted) return;
        if (message is null) throw new InvalidMessageException("Message is null");
        _log.Error("{0} received unexpected message [{1}]", _path, message);
    }
}
