namespace Akka.Actor;

/// <summary>An exception and when it happened.</summary>
public class Failure
{
    public Exception? Exception { get; set; }

    public DateTime Timestamp { get; set; }
}
