namespace Akka.Actor;

/// <summary>Does something to each instance of some actor types once it is made, and before it is dropped.</summary>
public interface IActorProducerPlugin
{
    void AfterIncarnated(ActorBase actor, IActorContext context);

    void BeforeIncarnated(ActorBase actor, IActorContext context);

    bool CanBeAppliedTo(Type actorType);
}
