using Akka.Actor;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A pool in which the same key goes to the same routee.</summary>
public sealed class ConsistentHashingPool : Pool
{
    private readonly ConsistentHashMapping? _hashMapping;

    public ConsistentHashingPool(int nrOfInstances) : this(nrOfInstances, null, DefaultSupervisorStrategy, null)
    {
    }

    public ConsistentHashingPool(Config config)
        : this(
            config.GetInt("nr-of-instances"),
            Resizer.FromConfig(config),
            DefaultSupervisorStrategy,
            null,
            HasPoolDispatcher(config),
            config.GetInt("virtual-nodes-factor"))
    {
    }

    public ConsistentHashingPool(int nrOfInstances, ConsistentHashMapping hashMapping)
        : this(nrOfInstances, null, DefaultSupervisorStrategy, null, hashMapping: hashMapping)
    {
    }

    public ConsistentHashingPool(
        int nrOfInstances,
        Resizer? resizer,
        SupervisorStrategy? supervisorStrategy,
        string? routerDispatcher,
        bool usePoolDispatcher = false,
        int virtualNodesFactor = 0,
        ConsistentHashMapping? hashMapping = null)
        : base(nrOfInstances, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher)
    {
        VirtualNodesFactor = virtualNodesFactor;
        _hashMapping = hashMapping;
    }

    /// <summary>Zero takes <c>akka.actor.deployment.default.virtual-nodes-factor</c>.</summary>
    public int VirtualNodesFactor { get; }

    public override Router CreateRouter(ActorSystem system) => new(new ConsistentHashingRoutingLogic(
        system, VirtualNodesFactor, _hashMapping ?? ConsistentHashingRoutingLogic.EmptyMapping));

    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    public override ISurrogate ToSurrogate(ActorSystem system) => throw NoSurrogate();

    public ConsistentHashingPool WithDispatcher(string dispatcher) => new(
        NrOfInstances,
        Resizer,
        SupervisorStrategy,
        dispatcher,
        UsePoolDispatcher,
        VirtualNodesFactor,
        _hashMapping);

    /// <exception cref="ArgumentException">The other one is a router of another kind.</exception>
    public override RouterConfig WithFallback(RouterConfig routerConfig) =>
        routerConfig is ConsistentHashingPool or FromConfig or NoRouter
            ? new ConsistentHashingPool(
                NrOfInstances,
                ResizerOr(routerConfig),
                StrategyOr(routerConfig),
                RouterDispatcher,
                UsePoolDispatcher,
                VirtualNodesFactor,
                routerConfig is ConsistentHashingPool other ? other._hashMapping : _hashMapping)
            : throw new ArgumentException(
                $"Expected ConsistentHashingPool, got {routerConfig}", nameof(routerConfig));

    public ConsistentHashingPool WithHashMapping(ConsistentHashMapping mapping) => new(
        NrOfInstances,
        Resizer,
        SupervisorStrategy,
        RouterDispatcher,
        UsePoolDispatcher,
        VirtualNodesFactor,
        mapping);

    public ConsistentHashingPool WithResizer(Resizer resizer) => new(
        NrOfInstances,
        resizer,
        SupervisorStrategy,
        RouterDispatcher,
        UsePoolDispatcher,
        VirtualNodesFactor,
        _hashMapping);

    public ConsistentHashingPool WithSupervisorStrategy(SupervisorStrategy strategy) => new(
        NrOfInstances,
        Resizer,
        strategy,
        RouterDispatcher,
        UsePoolDispatcher,
        VirtualNodesFactor,
        _hashMapping);

    public ConsistentHashingPool WithVirtualNodesFactor(int vnodes) => new(
        NrOfInstances,
        Resizer,
        SupervisorStrategy,
        RouterDispatcher,
        UsePoolDispatcher,
        vnodes,
        _hashMapping);
}
