namespace Akka.Routing;

/// <summary>A message that names the key by which it is routed.</summary>
public interface IConsistentHashable
{
    object ConsistentHashKey { get; }
}
