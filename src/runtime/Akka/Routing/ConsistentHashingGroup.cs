using Akka.Actor;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A group in which the same key goes to the same routee.</summary>
public sealed class ConsistentHashingGroup : Group
{
    private readonly ConsistentHashMapping? _hashMapping;

    public ConsistentHashingGroup(Config config) : base(PathsIn(config), null)
    {
        VirtualNodesFactor = config.GetInt("virtual-nodes-factor");
    }

    public ConsistentHashingGroup(params string[] paths) : base(paths, null)
    {
    }

    public ConsistentHashingGroup(IEnumerable<string> paths) : base(paths, null)
    {
    }

    public ConsistentHashingGroup(IEnumerable<string> paths, ConsistentHashMapping? hashMapping)
        : this(paths, 0, hashMapping, null)
    {
    }

    public ConsistentHashingGroup(
        IEnumerable<string> paths,
        int virtualNodesFactor,
        ConsistentHashMapping? hashMapping,
        string? routerDispatcher)
        : base(paths, routerDispatcher)
    {
        VirtualNodesFactor = virtualNodesFactor;
        _hashMapping = hashMapping;
    }

    /// <summary>Zero takes <c>akka.actor.deployment.default.virtual-nodes-factor</c>.</summary>
    public int VirtualNodesFactor { get; }

    public override Router CreateRouter(ActorSystem system) => new(new ConsistentHashingRoutingLogic(
        system, VirtualNodesFactor, _hashMapping ?? ConsistentHashingRoutingLogic.EmptyMapping));

    public override IEnumerable<string> GetPaths(ActorSystem system) => InternalPaths;

    public override ISurrogate ToSurrogate(ActorSystem system) => throw NoSurrogate();

    public ConsistentHashingGroup WithDispatcher(string dispatcher) =>
        new(InternalPaths, VirtualNodesFactor, _hashMapping, dispatcher);

    /// <exception cref="ArgumentException">The other one is a router of another kind.</exception>
    public override RouterConfig WithFallback(RouterConfig routerConfig) => routerConfig switch
    {
        FromConfig or NoRouter => this,
        ConsistentHashingGroup { _hashMapping: var mapping } => WithHashMapping(mapping),
        _ => throw new ArgumentException(
            $"Expected ConsistentHashingGroup, got {routerConfig}", nameof(routerConfig)),
    };

    public ConsistentHashingGroup WithHashMapping(ConsistentHashMapping? mapping) =>
        new(InternalPaths, VirtualNodesFactor, mapping, RouterDispatcher);

    public ConsistentHashingGroup WithVirtualNodesFactor(int vnodes) =>
        new(InternalPaths, vnodes, _hashMapping, RouterDispatcher);
}
