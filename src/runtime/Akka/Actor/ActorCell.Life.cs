using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

// The life of a cell. Three things make its state: the phase below, the failure in force, and the suspensions that the
// mailbox counts. System messages arrive in any of them:
//
//   message    | New          | Normal                  | failed or suspended     | WaitingTo…            | Terminating
//   -----------+--------------+-------------------------+-------------------------+-----------------------+------------
//   Create     | create       | ignored                 | ignored                 | ignored               | ignored
//   Suspend    | +1           | +1, children too        | +1, children too        | put aside             | +1
//   Resume     | create again | -1, children too        | -1, failure forgotten;  | put aside             | ignored
//              |              |                         | fatal: as Recreate      |                       |
//   Recreate   | create again | restart                 | restart                 | put aside             | ignored
//   Terminate  | end          | stop children, then end | stop children, then end | stop all, Terminating | ignored
//   Failed     | drop         | strategy decides        | put aside until resumed | put aside             | put aside
//   child gone | -            | forget it               | forget it               | last: go on           | last: end
//   A child that is announced when its parent begins to stop is waited for as the others are.
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
                case DeathWatchNotification n:
                    WatchedActorTerminated(n.Actor, n.ExistenceConfirmed, n.AddressTerminated);
                    break;
                case Create create: OnCreate(create.Failure); break;
                case Watch watch: AddWatcher(watch.Watchee, watch.Watcher); break;
                case Unwatch unwatch: RemWatcher(unwatch.Watchee, unwatch.Watcher); break;
                case Recreate recreate: OnRecreate(recreate.Cause); break;
                case Dispatch.SysMsg.Suspend: OnSuspend(); break;
                case Resume resume: OnResume(resume.CausedByFailure); break;
                case Terminate: OnTerminate(); break;
                case Supervise supervise: OnSupervise(supervise.Child, supervise.Async); break;
                case ChildWithdrawn: OnChildGone(); break;
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

    private void OnSuspend()
    {
        SuspendSelf();
        SuspendChildren(except: null);
    }

    private void SuspendSelf() => _dispatcher.Suspend(this);

    private void ResumeSelf() => _dispatcher.Resume(this);

    private bool WaitForDyingChildren(CellPhase phase)
    {
        if (_children is not { HasDying: true }) return false;
        _phase = phase;
        return true;
    }

    private void OnChildTerminated(IActorRef child)
    {
        _children!.Remove(child);
        TellStrategyOfDeath(child);
        OnChildGone();
    }

    private void OnChildGone()
    {
        if (_children!.HasDying) return;
        switch (_phase)
        {
            case CellPhase.WaitingToCreate: FinishCreate(); break;
            case CellPhase.WaitingToRecreate: FinishRecreate(_recreationCause!); break;
            case CellPhase.Terminating: FinishTerminate(); break;
        }
    }

    // What comes after the last hook, and only if that did not throw: then the stash's messages are lost.
    private void Dismiss(ActorBase actor)
    {
        // a stash that goes down with its instance gives its messages back to the mailbox
        (actor as IActorStash)?.Stash?.UnstashAll();
        _system.ActorPipelineResolver.Resolve(actor.GetType())?.BeforeActorIncarnated(actor, this);
    }

    protected void ClearActor(ActorBase actor)
    {
        try
        {
            (actor as IDisposable)?.Dispose();
        }
        catch (Exception e)
        {
            Error(e, $"An error occurred while disposing {actor.GetType()} actor. Reason: {e.Message}");
        }

        _props.Release(actor);
        actor.Clear(_system.DeadLetters);
        IsCleared = true;
        _currentMessage = null;
    }

    private void ForgetBehaviors()
    {
        _firstBehavior = null;
        _behavior = null;
        _outerBehaviors = null;
    }
}
