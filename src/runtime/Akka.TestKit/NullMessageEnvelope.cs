using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Stands for the message that did not come.</summary>
public sealed class NullMessageEnvelope : MessageEnvelope
{
    private const string NothingReceived = "last receive did not dequeue a message";

    private NullMessageEnvelope()
    {
    }

    public static NullMessageEnvelope Instance = new();

    public override object Message => throw new IllegalActorStateException(NothingReceived);

    public override IActorRef Sender => throw new IllegalActorStateException(NothingReceived);

    public override string ToString() => "<null>";
}
