namespace Akka.Actor;

/// <summary>Creates an actor's instances in place of its constructor, and is told when one is dropped.</summary>
public interface IIndirectActorProducer
{
    Type ActorType { get; }

    ActorBase Produce();

    void Release(ActorBase actor);
}
