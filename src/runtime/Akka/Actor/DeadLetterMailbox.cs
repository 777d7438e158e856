using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The mailbox of every terminated actor: what comes in becomes a dead letter.</summary>
public sealed class DeadLetterMailbox : Mailbox
{
    private readonly IActorRef _deadLetters;

    public DeadLetterMailbox(IActorRef deadLetters) : base(new Queue(deadLetters)) => _deadLetters = deadLetters;

    public override void CleanUp()
    {
    }

    public override void SetActor(ActorCell actorCell)
    {
    }

    internal override void SystemEnqueue(IActorRef receiver, SystemMessage message) =>
        _deadLetters.Tell(new DeadLetter(message, receiver, receiver), ActorRefs.NoSender);

    private sealed class Queue(IActorRef deadLetters) : IMessageQueue
    {
        public bool HasMessages => false;

        public int Count => 0;

        public void Enqueue(IActorRef receiver, Envelope envelope)
        {
            // a dead letter that ends here again was on its way to a listener that has stopped
            if (envelope.Message is DeadLetter) return;
            var letter = new DeadLetter(envelope.Message, envelope.Sender ?? deadLetters, receiver);
            deadLetters.Tell(letter, envelope.Sender!);
        }

        public bool TryDequeue(out Envelope envelope)
        {
            envelope = default;
            return false;
        }

        public void CleanUp(IActorRef owner, IMessageQueue deadletters)
        {
        }
    }
}
