using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Sends what it receives to the test actor, and back to the sender.</summary>
public class EchoActor : ReceiveActor
{
    public EchoActor(TestKitBase testkit, bool echoBackToSenderAsWell = true)
    {
        ReceiveAny(message =>
        {
            var sender = Sender;
            if (echoBackToSenderAsWell)
                sender.Forward(message);
            if (!sender.Equals(testkit.TestActor) || !echoBackToSenderAsWell)
                testkit.TestActor.Tell(message, sender);
        });
    }

    public static Props Props(TestKitBase testkit, bool echoBackToSenderAsWell = true)
        => Actor.Props.Create(() => new EchoActor(testkit, echoBackToSenderAsWell));
}
