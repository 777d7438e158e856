namespace Akka.Routing;

/// <summary>Makes a router hand the message within to all of its routees.</summary>
public class Broadcast(object message) : RouterEnvelope(message);
