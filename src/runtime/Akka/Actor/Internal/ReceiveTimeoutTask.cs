namespace Akka.Actor.Internal;

/// <summary>One actor's receive time-out: at most one message on the scheduler's wheel.</summary>
internal sealed class ReceiveTimeoutTask(IScheduler scheduler, IActorRef self, TimeSpan duration)
{
    private ICancelable? _pending;

    public TimeSpan Duration => duration;

    public bool IsPending => _pending is not null;

    public void Restart()
    {
        _pending?.Cancel();
        _pending = scheduler.ScheduleTellOnceCancelable(duration, self, ReceiveTimeout.Instance, self);
    }

    public void Cancel()
    {
        _pending?.Cancel();
        _pending = null;
    }
}
