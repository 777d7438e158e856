namespace Akka.Actor.Internal;

/// <summary>A name is taken, and its child is not there yet.</summary>
public class ChildNameReserved : IChildStats
{
    private ChildNameReserved()
    {
    }

    public static ChildNameReserved Instance { get; } = new();

    public override string ToString() => "Name";
}
