using Akka.Actor;
using Akka.Event;

namespace Akka.Routing;

/// <summary>The same key goes to the same routee, as long as the routees stay the same.</summary>
public sealed class ConsistentHashingRoutingLogic : RoutingLogic
{
    private readonly ActorSystem _system;
    private readonly ILoggingAdapter _log;
    private readonly int _virtualNodesFactor;
    private readonly ConsistentHashMapping _hashMapping;
    private volatile RouteeRing _ring = new([], 1);

    public ConsistentHashingRoutingLogic(ActorSystem system) : this(system, 0, EmptyMapping)
    {
    }

    public ConsistentHashingRoutingLogic(
        ActorSystem system, int virtualNodesFactor, ConsistentHashMapping hashMapping)
    {
        _system = system;
        _log = Logging.GetLogger(system, this);
        _hashMapping = hashMapping ?? EmptyMapping;
        _virtualNodesFactor =
            virtualNodesFactor == 0 ? system.Settings.DefaultVirtualNodesFactor : virtualNodesFactor;
    }

    public override Routee Select(object message, Routee[] routees)
    {
        if (message is null || routees is not { Length: > 0 })
        {
            return Routee.NoRoutee;
        }

        if (_hashMapping(message) is { } key)
        {
            return RouteeFor(key, routees);
        }

        if (message is IConsistentHashable hashable)
        {
            return RouteeFor(hashable.ConsistentHashKey, routees);
        }

        _log.Warning(
            "Message [{0}] must be handled by hashMapping, or implement [{1}] or be wrapped in [{2}]",
            message.GetType().Name,
            nameof(IConsistentHashable),
            nameof(ConsistentHashableEnvelope));
        return Routee.NoRoutee;
    }

    public ConsistentHashingRoutingLogic WithHashMapping(ConsistentHashMapping mapping) => mapping is null
        ? throw new ArgumentNullException(nameof(mapping), "The mapping cannot be null.")
        : new(_system, _virtualNodesFactor, mapping);

    internal static object? EmptyMapping(object message) => null;

    private Routee RouteeFor(object? key, Routee[] routees)
    {
        try
        {
            return RingOf(routees).RouteeFor(key);
        }
        catch (Exception e)
        {
            // The key can not be turned into bytes, or a routee is there twice: nobody can be told but the log.
            _log.Warning("Couldn't route message with consistent hash key [{0}] due to [{1}]", key!, e.Message);
            return Routee.NoRoutee;
        }
    }

    // Two threads that meet new routees at once build the same ring twice, which costs time and nothing else.
    private RouteeRing RingOf(Routee[] routees)
    {
        var ring = _ring;
        if (!ring.IsOf(routees))
        {
            _ring = ring = new RouteeRing(routees, _virtualNodesFactor);
        }

        return ring;
    }
}
