namespace Akka.Actor;

/// <summary>Sent by a cell to its own actor when no message came within the receive time-out.</summary>
public class ReceiveTimeout : IPossiblyHarmful
{
    private ReceiveTimeout()
    {
    }

    public static ReceiveTimeout Instance { get; } = new();
}
