using Akka.Actor.Internal;

namespace Akka.Actor;

public partial class ActorCell
{
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
            if (_system.Settings.EmitActorTelemetry) Publish(new ActorStarted(_self, _props.Type));
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
}
