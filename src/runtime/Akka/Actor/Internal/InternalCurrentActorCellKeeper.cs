namespace Akka.Actor.Internal;

/// <summary>The cell whose turn this thread is running, if any.</summary>
public static class InternalCurrentActorCellKeeper
{
    [ThreadStatic]
    private static ActorCell? _current;

    public static ActorCell? Current
    {
        get => _current;
        set => _current = value;
    }
}
