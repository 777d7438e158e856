namespace Akka.Routing;

/// <summary>Says something to the router; the routee gets the message within.</summary>
public class RouterEnvelope(object message)
{
    public object Message { get; } = message;
}
