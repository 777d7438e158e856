using Akka.Actor;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A pool that picks the routee with the fewest messages waiting.</summary>
public sealed class SmallestMailboxPool : Pool
{
    public SmallestMailboxPool(Config config)
        : this(
            config.GetInt("nr-of-instances"),
            Resizer.FromConfig(config),
            DefaultSupervisorStrategy,
            null,
            HasPoolDispatcher(config))
    {
    }

    public SmallestMailboxPool(int nrOfInstances) : this(nrOfInstances, null, DefaultSupervisorStrategy, null)
    {
    }

    public SmallestMailboxPool(
        int nrOfInstances,
        Resizer? resizer,
        SupervisorStrategy? supervisorStrategy,
        string? routerDispatcher,
        bool usePoolDispatcher = false)
        : base(nrOfInstances, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher)
    {
    }

    public override Router CreateRouter(ActorSystem system) => new(new SmallestMailboxRoutingLogic());

    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    public override ISurrogate ToSurrogate(ActorSystem system) => throw NoSurrogate();

    public SmallestMailboxPool WithDispatcher(string dispatcher) =>
        new(NrOfInstances, Resizer, SupervisorStrategy, dispatcher, UsePoolDispatcher);

    public override RouterConfig WithFallback(RouterConfig routerConfig) => new SmallestMailboxPool(
        NrOfInstances, ResizerOr(routerConfig), StrategyOr(routerConfig), RouterDispatcher, UsePoolDispatcher);

    public SmallestMailboxPool WithResizer(Resizer resizer) =>
        new(NrOfInstances, resizer, SupervisorStrategy, RouterDispatcher, UsePoolDispatcher);

    public SmallestMailboxPool WithSupervisorStrategy(SupervisorStrategy strategy) =>
        new(NrOfInstances, Resizer, strategy, RouterDispatcher, UsePoolDispatcher);
}
