using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public partial class ActorCell
{
    private void OnTerminate()
    {
        ClearReceiveTimeout();
        // no Terminated may come to an actor that is about to end
        UnwatchWatchedActors();
        RefuseNewChildren();
        StopChildren();
        var again = IsTerminating;
        if (WaitForDyingChildren(CellPhase.Terminating))
        {
            if (again) return;
            _taskScheduler?.Abandon();
            SuspendSelf();
            // failures from here on are nobody's business
            _failure = _self;
            if (_system.Settings.DebugLifecycle) Debug("Stopping");
        }
        else
        {
            FinishTerminate();
        }
    }

    /// <summary>The order matters: PostStop sees everything as it was; the parent hears before the watchers, and a
    /// parent that also watches needs both in that order.</summary>
    private void FinishTerminate()
    {
        var actor = _actor;
        _phase = CellPhase.Terminated;
        if (actor is not null) SayGoodbye(actor);
        _timers?.CancelAll();
        _dispatcher.Detach(this);
        _parent.SendSystemMessage(
            new DeathWatchNotification(_self, existenceConfirmed: true, addressTerminated: false));
        TellWatchersWeDied();
        UnwatchWatchedActors();
        if (_system.Settings.DebugLifecycle) Debug("Stopped");
        if (_system.Settings.EmitActorTelemetry) Publish(new ActorStopped(_self, _props.Type));
        if (actor is not null) ClearActor(actor);
        ClearActorCell();
    }

    private void SayGoodbye(ActorBase actor)
    {
        try
        {
            actor.AroundPostStop();
            Dismiss(actor);
        }
        catch (Exception e)
        {
            Error(e, e.Message);
        }
    }

    protected void ClearActorCell()
    {
        _sender = null;
        _props = TerminatedProps.Instance;
        ForgetBehaviors();
    }
}
