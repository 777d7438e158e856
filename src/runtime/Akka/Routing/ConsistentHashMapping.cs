namespace Akka.Routing;

/// <summary>The key by which a message is routed, or null when the mapping does not know it.</summary>
public delegate object? ConsistentHashMapping(object msg);
