namespace Akka.Actor;

public partial class ActorCell
{
    private Exception? _recreationCause;

    private void OnResume(Exception? causedByFailure)
    {
        // an actor that waits for its children to end takes no user message any more, whoever resumes it
        if (IsTerminating) return;
        if (_actor is null)
        {
            ErrorOfCell($"Changing Resume into Create after {causedByFailure}");
            CreateAgain();
        }
        else if (_failure == FatalFailure && causedByFailure is not null)
        {
            // what is left of a failed restart cannot go on
            ErrorOfCell($"Changing Resume into Restart after {causedByFailure}");
            FinishRecreate(causedByFailure);
        }
        else
        {
            ResumeSelfAndChildren(causedByFailure);
        }
    }

    private void ResumeSelfAndChildren(Exception? causedByFailure)
    {
        var perpetrator = _failure as IActorRef;
        try
        {
            ResumeSelf();
        }
        finally
        {
            if (causedByFailure is not null) _failure = null;
        }

        ResumeChildren(causedByFailure, perpetrator);
    }

    private void OnRecreate(Exception cause)
    {
        if (_actor is null)
        {
            ErrorOfCell($"Changing Recreate into Create after {cause}");
            CreateAgain();
        }
        else if (IsNormal)
        {
            if (_system.Settings.DebugLifecycle) Debug("Restarting");
            LeaveInstance(_actor, cause);
            if (WaitForDyingChildren(CellPhase.WaitingToRecreate)) _recreationCause = cause;
            else FinishRecreate(cause);
        }
    }

    // PreRestart is best effort: whatever it throws is logged and changes nothing. It is called on what is left of a
    // restart that failed, too.
    private void LeaveInstance(ActorBase failed, Exception cause)
    {
        try
        {
            failed.AroundPreRestart(cause, _currentMessage!);
            Dismiss(failed);
        }
        catch (Exception e)
        {
            var wrapped = new PreRestartException(_self, e, cause, _currentMessage!);
            Error(wrapped, e.Message);
        }
        finally
        {
            _taskScheduler?.Abandon();
            _timers?.CancelAll();
            ClearActor(failed);
        }
    }

    private void FinishRecreate(Exception cause)
    {
        // children that the fresh instance makes must not be restarted with the survivors
        var survivors = _children?.Snapshot() ?? [];
        try
        {
            try
            {
                _phase = CellPhase.Normal;
                ResumeSelf();
            }
            finally
            {
                _failure = null;
            }

            StartFreshInstance(cause);
            foreach (var child in survivors) RestartSurvivor(child, cause);
        }
        catch (Exception e)
        {
            _failure = FatalFailure;
            ClearActor(_actor!);
            HandleInvokeFailure(new PostRestartException(_self, e, cause), survivors);
        }
    }

    private void StartFreshInstance(Exception cause)
    {
        _children?.ForgetStrategy();
        var fresh = NewActor();
        _actor = fresh;
        fresh.AroundPostRestart(cause, null!);
        CheckReceiveTimeout();
        if (_system.Settings.DebugLifecycle) Debug($"Restarted ({fresh})");
        if (_system.Settings.EmitActorTelemetry) Publish(new ActorRestarted(_self, _props.Type, cause));
    }

    private void RestartSurvivor(IInternalActorRef child, Exception cause)
    {
        try
        {
            child.Restart(cause);
        }
        catch (Exception e)
        {
            Error(e, $"restarting ({child})");
        }
    }

    // a cell that has no instance speaks for itself
    private void ErrorOfCell(string text) => Error(null, text);
}
