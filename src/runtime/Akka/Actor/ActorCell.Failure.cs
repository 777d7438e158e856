using System.Runtime.ExceptionServices;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public partial class ActorCell
{
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
            Error(e, $"Emergency stop: exception in failure handling for {cause}");
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
                ExceptionDispatchInfo.Capture(failed.Cause).Throw();
        }

        _currentMessage = null;
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
}
