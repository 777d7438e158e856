using Akka.Util;

namespace Akka.Actor;

/// <summary>The handle by which an actor is known: it can be sent to, compared and passed around, no more.</summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, ISurrogated, IComparable
{
    ActorPath Path { get; }
}
