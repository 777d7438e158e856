using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What a pilot returns to leave.</summary>
public sealed class NoAutoPilot : AutoPilot
{
    private NoAutoPilot()
    {
    }

    public static NoAutoPilot Instance = new();

    public override AutoPilot Run(IActorRef sender, object message) => this;
}
