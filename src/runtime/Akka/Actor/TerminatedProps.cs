namespace Akka.Actor;

/// <summary>What a cell's props become when its actor has stopped for good.</summary>
public class TerminatedProps : Props
{
    internal static readonly TerminatedProps Instance = new();

    public override ActorBase NewActor() => throw new InvalidOperationException("This actor has been terminated");
}
