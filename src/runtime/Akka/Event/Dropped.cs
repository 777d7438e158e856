using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that was thrown away on purpose, for a reason such as a full mailbox.</summary>
public sealed class Dropped : AllDeadLetters
{
    public Dropped(object message, string reason, IActorRef? sender, IActorRef recipient)
        : base(message, sender, recipient)
        => Reason = reason;

    public Dropped(object message, string reason, IActorRef recipient)
        : this(message, reason, ActorRefs.NoSender, recipient)
    {
    }

    public string Reason { get; }
}
