namespace Akka.Actor;

/// <summary>A plugin for all actors that does nothing yet.</summary>
public abstract class ActorProducerPluginBase : IActorProducerPlugin
{
    public virtual void AfterIncarnated(ActorBase actor, IActorContext context)
    {
    }

    public virtual void BeforeIncarnated(ActorBase actor, IActorContext context)
    {
    }

    public virtual bool CanBeAppliedTo(Type actorType) => typeof(ActorBase).IsAssignableFrom(actorType);
}
