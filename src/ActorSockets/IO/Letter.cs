using Akka.Actor;

namespace ActorSockets.IO;

/// <summary>A message with its sender, linked into an <see cref="Inbox"/>.</summary>
internal sealed class Letter(object message, IActorRef sender)
{
    public object Message { get; } = message;

    public IActorRef Sender { get; } = sender;

    public Letter? Next { get; set; }
}
