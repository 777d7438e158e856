namespace Akka.Actor;

/// <summary>A message with its sender, as a mailbox holds it.</summary>
public readonly struct Envelope
{
    public Envelope(object message, IActorRef sender, ActorSystem system)
    {
        ThrowIfNull(message);
        Message = message;
        Sender = sender is null || sender.IsNobody() ? system.DeadLetters : sender;
    }

    public Envelope(object message, IActorRef sender)
    {
        Message = message;
        Sender = sender;
    }

    public IActorRef Sender { get; }

    public object Message { get; }

    internal static void ThrowIfNull(object? message)
    {
        if (message is null) throw new ArgumentNullException(nameof(message), "The message cannot be null.");
    }

    public override string ToString() => $"<{Message ?? "null"}> from {Sender?.ToString() ?? "NoSender"}";
}
