namespace Akka.Actor.Internal;

/// <summary>Switches a state machine's debug log on.</summary>
public class InternalActivateFsmLogging
{
    private InternalActivateFsmLogging()
    {
    }

    public static InternalActivateFsmLogging Instance { get; } = new();
}
