// No annotations: a message may come without a sender, and programs written for Akka.NET say so or not as they please.
#nullable disable annotations

namespace Akka.Actor;

/// <summary>Something that takes messages: an actor reference or a selection.</summary>
public interface ICanTell
{
    void Tell(object message, IActorRef sender);
}
