namespace Akka.Actor.Internal;

/// <summary>One actor's receive time-out: at most one message on the scheduler's wheel.</summary>
internal sealed class ReceiveTimeoutTask(IScheduler scheduler, IActorRef self)
{
    private ICancelable? _pending;

    /// <summary>Holds from the next start on.</summary>
    public TimeSpan Duration { get; set; }

    public bool IsPending => _pending is not null;

    public void Restart()
    {
        _pending?.Cancel();
        _pending = scheduler.ScheduleTellOnceCancelable(Duration, self, ReceiveTimeout.Instance, self);
    }

    public void Cancel()
    {
        _pending?.Cancel();
        _pending = null;
    }
}
