using Akka.Actor;

namespace Akka.Routing;

/// <summary>Gives a message the key by which it is routed.</summary>
public sealed class ConsistentHashableEnvelope(object message, object hashKey)
    : RouterEnvelope(message), IConsistentHashable, IWrappedMessage
{
    public object ConsistentHashKey => HashKey;

    public object HashKey { get; } = hashKey;
}
