using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Sees each message that a test actor receives, and names the pilot for the next one.</summary>
public abstract class AutoPilot
{
    protected AutoPilot()
    {
    }

    public static KeepRunning KeepRunning => KeepRunning.Instance;

    public static NoAutoPilot NoAutoPilot => NoAutoPilot.Instance;

    public abstract AutoPilot Run(IActorRef sender, object message);
}
