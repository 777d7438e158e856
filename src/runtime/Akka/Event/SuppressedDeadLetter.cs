using Akka.Actor;

namespace Akka.Event;

/// <summary>A dead letter that asked not to be logged.</summary>
public sealed class SuppressedDeadLetter : AllDeadLetters
{
    public SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
        if (sender is null)
            throw new ArgumentNullException(nameof(sender), "SuppressedDeadLetter sender may not be null");
        if (recipient is null)
            throw new ArgumentNullException(nameof(recipient), "SuppressedDeadLetter recipient may not be null");
    }
}
