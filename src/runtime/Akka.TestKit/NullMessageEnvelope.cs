using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Stands for the message that did not come.</summary>
public sealed class NullMessageEnvelope : MessageEnvelope
{
    public static NullMessageEnvelope Instance = new();

    private const string NothingReceived = "last receive did not dequeue a message";

    private NullMessageEnvelope()
    {
    }

    public override object Message => throw new IllegalActorStateException(NothingReceived);

    public override IActorRef Sender => throw new IllegalActorStateException(NothingReceived);

    public override string ToString() => "<null>";
}
