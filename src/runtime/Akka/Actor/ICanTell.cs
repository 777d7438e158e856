namespace Akka.Actor;

/// <summary>Something that takes messages: an actor reference or a selection.</summary>
public interface ICanTell
{
    void Tell(object message, IActorRef sender);
}
