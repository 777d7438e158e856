using Akka.Actor;
using Akka.Event;

namespace Akka.Pattern;

/// <summary>
/// Starts its child again when it has failed, later each time. To put a pause into a restart it stops the child
/// instead, and starts a new one; when the child stops of itself, it stops as well.
/// </summary>
internal sealed class BackoffOnRestartSupervisor(
    Props childProps,
    string childName,
    TimeSpan minBackoff,
    TimeSpan maxBackoff,
    IBackoffReset reset,
    double randomFactor,
    OneForOneStrategy strategy,
    object? replyWhileStopped = null,
    Func<object, bool>? finalStopMessage = null)
    : BackoffSupervisorBase(childProps, childName, reset, replyWhileStopped, finalStopMessage)
{
    private readonly ILoggingAdapter _log = Context.GetLogger();

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
        strategy.MaxNumberOfRetries, strategy.WithinTimeRangeMilliseconds, StopInsteadOfRestart);

    protected override bool Receive(object message)
    {
        if (message is not Terminated terminated)
            return HandleBackoff(message);
        _log.Debug("Terminating, because child {0} terminated itself", terminated.ActorRef);
        Context.Stop(Self);
        return true;
    }

    private Directive StopInsteadOfRestart(Exception cause)
    {
        var directive = strategy.Decider.Decide(cause);
        if (directive != Directive.Restart)
            return directive;
        ForgetRestartsLater();
        var next = RestartCountN + 1;
        if (strategy.MaxNumberOfRetries >= 0 && next > strategy.MaxNumberOfRetries)
        {
            _log.Debug(
                "Terminating on restart #{0} which exceeds max allowed restarts ({1})",
                next,
                strategy.MaxNumberOfRetries);
            Become(Receive);
            Context.Stop(Self);
        }
        else
        {
            Become(WaitingForChildToTerminate);
        }

        return Directive.Stop;
    }

    // Limits are per time range: at its end the count begins anew.
    private void ForgetRestartsLater()
    {
        if (strategy.WithinTimeRangeMilliseconds <= 0 || RestartCountN > 0)
            return;
        var range = TimeSpan.FromMilliseconds((double)strategy.WithinTimeRangeMilliseconds);
        var reset = new BackoffSupervisor.ResetRestartCount(RestartCountN);
        Context.System.Scheduler.ScheduleTellOnce(range, Self, reset, Self);
    }

    private bool WaitingForChildToTerminate(object message)
    {
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(Child):
                Become(Receive);
                Child = null;
                StartChildAfter(
                    BackoffSupervisor.CalculateDelay(RestartCountN, minBackoff, maxBackoff, randomFactor));
                RestartCountN++;
                return true;
            case BackoffSupervisor.StartChild:
                // The child of today has yet to end; its end schedules the next start.
                return true;
            default:
                return HandleBackoff(message);
        }
    }
}
