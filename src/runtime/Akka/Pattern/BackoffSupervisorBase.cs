using Akka.Actor;

namespace Akka.Pattern;

/// <summary>A supervisor of one child, which stands in front of it: what it gets goes to the child, as from the sender,
/// and what the child tells it goes to its own parent.</summary>
public abstract class BackoffSupervisorBase : ActorBase
{
    private protected BackoffSupervisorBase(
        Props childProps,
        string childName,
        IBackoffReset reset,
        object? replyWhileStopped,
        Func<object, bool>? finalStopMessage)
    {
        ChildProps = childProps;
        ChildName = childName;
        Reset = reset;
        ReplyWhileStopped = replyWhileStopped;
        FinalStopMessage = finalStopMessage;
    }

    protected Props ChildProps { get; }

    protected string ChildName { get; }

    protected IBackoffReset Reset { get; }

    protected object? ReplyWhileStopped { get; }

    protected Func<object, bool>? FinalStopMessage { get; }

    protected bool FinalStopMessageReceived { get; set; }

    /// <summary>Null between its end and its next start.</summary>
    protected IActorRef? Child { get; set; }

    protected int RestartCountN { get; set; }

    protected override void PreStart()
    {
        StartChild();
        base.PreStart();
    }

    /// <summary>Handles everything but the child's end.</summary>
    protected bool HandleBackoff(object message)
    {
        switch (message)
        {
            case BackoffSupervisor.StartChild:
                OnStartChild();
                break;
            case BackoffSupervisor.Reset:
                OnReset(message);
                break;
            case BackoffSupervisor.ResetRestartCount reset:
                // Restarted since: the child has not lived long enough.
                if (reset.Current == RestartCountN)
                    RestartCountN = 0;
                break;
            case BackoffSupervisor.GetRestartCount:
                Sender.Tell(new BackoffSupervisor.RestartCount(RestartCountN), Self);
                break;
            case BackoffSupervisor.GetCurrentChild:
                Sender.Tell(new BackoffSupervisor.CurrentChild(Child!), Self);
                break;
            default:
                Pass(message);
                break;
        }

        return true;
    }

    private protected void StartChildAfter(TimeSpan delay) =>
        Context.System.Scheduler.ScheduleTellOnce(delay, Self, BackoffSupervisor.StartChild.Instance, Self);

    private void StartChild() => Child ??= Context.Watch(Context.ActorOf(ChildProps, ChildName));

    private void OnStartChild()
    {
        StartChild();
        if (Reset is AutoReset auto)
        {
            var reset = new BackoffSupervisor.ResetRestartCount(RestartCountN);
            Context.System.Scheduler.ScheduleTellOnce(auto.ResetBackoff, Self, reset, Self);
        }
    }

    private void OnReset(object message)
    {
        if (Reset is ManualReset)
            RestartCountN = 0;
        else
            Unhandled(message);
    }

    private void Pass(object message)
    {
        if (Child is null)
        {
            PassWhileStopped(message);
        }
        else if (Child.Equals(Sender))
        {
            // Nobody out there knows the child: what it says, the supervisor says.
            Context.Parent.Tell(message, Self);
        }
        else
        {
            Child.Forward(message);
            FinalStopMessageReceived |= FinalStopMessage?.Invoke(message) ?? false;
        }
    }

    private void PassWhileStopped(object message)
    {
        if (ReplyWhileStopped is null)
            Context.System.DeadLetters.Forward(message);
        else
            Sender.Tell(ReplyWhileStopped, Self);
        if (FinalStopMessage?.Invoke(message) ?? false)
            Context.Stop(Self);
    }
}
