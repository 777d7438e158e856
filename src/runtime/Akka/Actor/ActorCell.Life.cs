using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

// The life of a cell. Three things make its state: the phase below, the failure in force, and the suspensions that the
// mailbox counts. System messages arrive in any of them:
//
//   message      | New          | Normal                  | failed or suspended        | WaitingTo…           | Terminating
//   -------------+--------------+-------------------------+----------------------------+----------------------+-------------
//   Create       | create       | ignored                 | ignored                    | ignored              | ignored
//   Suspend      | +1           | +1, children too        | +1, children too           | put aside            | +1
//   Resume       | create again | -1, children too        | -1, failure forgotten;     | put aside            | ignored
//                |              |                         | fatal: as Recreate         |                      |
//   Recreate     | create again | restart                 | restart                    | put aside            | ignored
//   Terminate    | end          | stop children, then end | stop children, then end    | stop all, Terminating| ignored
//   Failed       | drop         | strategy decides        | put aside until resumed    | put aside            | put aside
//   child gone   | -            | forget it               | forget it                  | the last: go on      | the last: end
//   Watch, Unwatch, Supervise, ActorTask: processed at once. Terminated: all of them are dead letters.
//
// "create again" means: the constructor or PreStart failed and the parent said Restart or Resume. Its children are
// stopped, then a fresh instance is created. "restart" means: PreRestart, children that it stopped are waited for,
// fresh instance, PostRestart, then the surviving children are restarted.
public partial class ActorCell
{
    private CellPhase _phase;
    private object? _failure;
    private List<SystemMessage>? _aside;

    private static readonly object FatalFailure = new();

    public bool IsTerminated => _phase == CellPhase.Terminated;

    internal CellPhase Phase => _phase;

    internal bool HasFailed => _failure is not null;

    protected bool IsNormal => _phase <= CellPhase.Normal;

    protected bool IsTerminating => _phase >= CellPhase.Terminating;

    private bool WaitsForChildren =>
        _phase is CellPhase.WaitingToCreate or CellPhase.WaitingToRecreate;

    // The higher, the fewer messages are processed.
    private int Closeness => WaitsForChildren ? 2 : Mailbox.IsSuspended ? 1 : 0;

    /// <summary>Processes a chain of system messages, oldest first.</summary>
    internal void SystemInvoke(SystemMessage? message)
    {
        while (message is not null)
        {
            var rest = message.Next;
            message.Unlink();
            var before = Closeness;
            if (MustWait(message, before)) (_aside ??= []).Add(message);
            else Process(message);
            if (IsTerminated)
            {
                DropAll(TakeAside(rest));
                return;
            }

            message = _aside is not null && Closeness < before ? TakeAside(rest) : rest;
        }
    }

    private static bool MustWait(SystemMessage message, int closeness) => closeness switch
    {
        0 => false,
        1 => message.WaitsForVerdict,
        _ => message.WaitsForChildren,
    };

    private void Process(SystemMessage message)
    {
        try
        {
            switch (message)
            {
                case ActorTask task: TaskScheduler.Execute(task); break;
                case Failed failed: OnFailed(failed); break;
                case DeathWatchNotification n: WatchedActorTerminated(n.Actor, n.ExistenceConfirmed, n.AddressTerminated); break;
                case Create create: OnCreate(create.Failure); break;
                case Watch watch: AddWatcher(watch.Watchee, watch.Watcher); break;
                case Unwatch unwatch: RemWatcher(unwatch.Watchee, unwatch.Watcher); break;
                case Recreate recreate: OnRecreate(recreate.Cause); break;
                case Dispatch.SysMsg.Suspend: OnSuspend(); break;
                case Resume resume: OnResume(resume.CausedByFailure); break;
                case Terminate: OnTerminate(); break;
                case Supervise supervise: OnSupervise(supervise.Child, supervise.Async); break;
                case NoMessage: break;
                default: throw new NotSupportedException($"Unknown message {message.GetType().Name}");
            }
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }
    }

    // What was put aside came before the rest.
    private SystemMessage? TakeAside(SystemMessage? rest)
    {
        if (_aside is null) return rest;
        for (var i = _aside.Count - 1; i >= 0; i--)
        {
            _aside[i].Next = rest;
            rest = _aside[i];
        }

        _aside = null;
        return rest;
    }

    private void DropAll(SystemMessage? message)
    {
        while (message is not null)
        {
            var rest = message.Next;
            message.Unlink();
            SendToDeadLetters(message);
            message = rest;
        }
    }

    private void OnCreate(ActorInitializationException? failure)
    {
        if (failure is not null) throw failure;
        if (_actor is not null) return;
        try
        {
            _actor = NewActor();
            _phase = CellPhase.Normal;
            _actor.AroundPreStart();
            CheckReceiveTimeout();
            if (_system.Settings.DebugLifecycle) Debug($"Started ({_actor})");
            if (_system.Settings.EmitActorTelemetry)
                _system.EventStream.Publish(new ActorStarted(_self, _actor.GetType()));
        }
        catch (Exception e)
        {
            ForgetFailedCreation();
            throw new ActorInitializationException(_self, "Exception during creation", e);
        }
    }

    private void ForgetFailedCreation()
    {
        _timers?.CancelAll();
        if (_actor is null) return;
        ClearActor(_actor);
        _failure = FatalFailure;
        _actor = null;
    }

    private ActorBase NewActor()
    {
        ForgetBehaviors();
        IsCleared = false;
        var outer = InternalCurrentActorCellKeeper.Current;
        InternalCurrentActorCellKeeper.Current = this;
        try
        {
            var actor = CreateNewActorInstance() ?? throw new ActorInitializationException(
                _self, "Actor instance passed to ActorOf can't be 'null'");
            if (actor is IActorStash stashing) GiveStash(stashing);
            _system.ActorPipelineResolver.Resolve(actor.GetType())?.AfterActorIncarnated(actor, this);
            (actor as IInitializableActor)?.Init();
            return actor;
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = outer;
        }
    }

    // as any plugin's, a failure here is told, and the actor goes on without
    private void GiveStash(IActorStash actor)
    {
        try
        {
            actor.Stash = this.CreateStash(actor);
        }
        catch (Exception e)
        {
            ActorProducerPipeline.ComplainOfNew(_system.Log, e, typeof(ActorStashPlugin), (ActorBase)actor, this);
        }
    }

    protected virtual ActorBase CreateNewActorInstance() => _props.NewActor();

    private void OnSuspend()
    {
        SuspendSelf();
        SuspendChildren(except: null);
    }

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
        else
        {
            // an actor that is about to end is not restarted
            if (_system.Settings.DebugLifecycle) Debug("Not restarting: stopping already");
        }
    }

    private Exception? _recreationCause;

    // PreRestart is best effort: whatever it throws is logged and changes nothing. It is called on what is left of a
    // restart that failed, too.
    private void LeaveInstance(ActorBase failed, Exception cause)
    {
        try
        {
            failed.AroundPreRestart(cause, _currentMessage!);
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

            _children?.ForgetStrategy();
            var fresh = NewActor();
            _actor = fresh;
            fresh.AroundPostRestart(cause, null!);
            CheckReceiveTimeout();
            if (_system.Settings.DebugLifecycle) Debug($"Restarted ({fresh})");
            if (_system.Settings.EmitActorTelemetry)
                _system.EventStream.Publish(new ActorRestarted(_self, fresh.GetType(), cause));
            foreach (var child in survivors) RestartSurvivor(child, cause);
        }
        catch (Exception e)
        {
            _failure = FatalFailure;
            ClearActor(_actor!);
            HandleInvokeFailure(new PostRestartException(_self, e, cause), survivors);
        }
    }

    private void RestartSurvivor(IInternalActorRef child, Exception cause)
    {
        try
        {
            child.Restart(cause);
        }
        catch (Exception e)
        {
            Error(e, $"Restarting ({child})");
        }
    }

    private void CreateAgain()
    {
        ClearReceiveTimeout();
        StopChildren();
        if (!WaitForDyingChildren(CellPhase.WaitingToCreate)) FinishCreate();
    }

    private void FinishCreate()
    {
        try
        {
            _phase = CellPhase.New;
            ResumeSelf();
        }
        finally
        {
            _failure = null;
        }

        try
        {
            OnCreate(null);
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }
    }

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
        try
        {
            actor?.AroundPostStop();
        }
        catch (Exception e)
        {
            Error(e, e.Message);
        }

        _timers?.CancelAll();
        if (actor is not null) ReleaseStash(actor);
        _dispatcher.Detach(this);
        _parent.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true, addressTerminated: false));
        TellWatchersWeDied();
        UnwatchWatchedActors();
        if (_system.Settings.DebugLifecycle) Debug("Stopped");
        if (_system.Settings.EmitActorTelemetry) _system.EventStream.Publish(new ActorStopped(_self, ActorType));
        if (actor is not null) ClearActor(actor);
        ClearActorCell();
    }

    /// <summary>Suspends the actor and its children and lets the parent decide.</summary>
    internal void HandleInvokeFailure(
        Exception cause, IReadOnlyCollection<IInternalActorRef>? childrenNotToSuspend = null)
    {
        // one failure at a time: the parent has been told of the first
        if (_failure is not null && _failure != FatalFailure) return;
        try
        {
            SuspendSelf();
            var perpetrator = _currentMessage is Failed failed ? failed.Child : _self;
            _failure ??= perpetrator;
            SuspendChildren(childrenNotToSuspend, perpetrator);
            _parent.SendSystemMessage(new Failed(_self, cause, _self.Path.Uid));
        }
        catch (Exception e)
        {
            Error(e, $"Emergency stop: exception in failure handling for {cause.GetType()} ({cause.Message})");
            StopChildren();
            FinishTerminate();
        }
    }

    private void OnFailed(Failed failed)
    {
        _currentMessage = failed;
        _sender = failed.Child;
        var known = _children?.StatsOf(failed.Child);
        if (known is null)
        {
            Debug($"Dropping Failed({failed.Cause}) from unknown child {failed.Child}");
        }
        else if (known.Uid != failed.Uid)
        {
            Debug($"Dropping Failed({failed.Cause}) from old child {failed.Child} (uid={known.Uid} != {failed.Uid})");
        }
        else
        {
            var strategy = _children!.StrategyOf(_actor!, _props);
            var all = strategy.GetType() == typeof(OneForOneStrategy) ? [known] : _children.AllStats();
            if (!strategy.HandleFailure(this, failed.Child, failed.Cause, known, all))
                global::System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failed.Cause).Throw();
        }

        _currentMessage = null;
    }

    private void OnChildTerminated(IActorRef child)
    {
        _children!.Remove(child);
        TellStrategyOfDeath(child);
        if (_children.HasDying) return;
        switch (_phase)
        {
            case CellPhase.WaitingToCreate: FinishCreate(); break;
            case CellPhase.WaitingToRecreate: FinishRecreate(_recreationCause!); break;
            case CellPhase.Terminating: FinishTerminate(); break;
        }
    }

    // A strategy that throws must not keep its actor from ending or from being created again.
    private void TellStrategyOfDeath(IActorRef child)
    {
        try
        {
            var strategy = _actor is null ? null : _children!.StrategyOf(_actor, _props);
            if (strategy is not null && strategy.GetType() != typeof(OneForOneStrategy))
                strategy.HandleChildTerminated(this, child, _children!.Snapshot());
        }
        catch (Exception e)
        {
            Error(e, "HandleChildTerminated failed");
            HandleInvokeFailure(e);
        }
    }

    private bool WaitForDyingChildren(CellPhase phase)
    {
        if (_children is not { HasDying: true }) return false;
        _phase = phase;
        return true;
    }

    private void SuspendSelf() => _dispatcher.Suspend(this);

    private void ResumeSelf() => _dispatcher.Resume(this);

    protected void ClearActorCell()
    {
        _sender = null;
        ForgetBehaviors();
    }

    private void ForgetBehaviors()
    {
        _firstBehavior = null;
        _behavior = null;
        _outerBehaviors = null;
    }

    protected void ClearActor(ActorBase actor)
    {
        _system.ActorPipelineResolver.Resolve(actor.GetType())?.BeforeActorIncarnated(actor, this);
        try
        {
            (actor as IDisposable)?.Dispose();
        }
        catch (Exception e)
        {
            Error(e, $"An error occurred while disposing {actor.GetType()} actor. Reason: {e.Message}");
        }

        if (!IsTerminated) ReleaseStash(actor);
        _props.Release(actor);
        actor.Clear(_system.DeadLetters);
        IsCleared = true;
        _currentMessage = null;
    }

    // a stash that goes down with its instance gives its messages back to the mailbox
    private static void ReleaseStash(ActorBase actor) => (actor as IActorStash)?.Stash?.UnstashAll();

    // a cell that has no instance speaks for itself
    private void ErrorOfCell(string text) => Error(null, text);
}
