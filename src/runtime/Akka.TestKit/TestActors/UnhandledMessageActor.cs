using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Handles nothing.</summary>
public class UnhandledMessageActor : ReceiveActor
{
    public UnhandledMessageActor()
    {
    }
}
