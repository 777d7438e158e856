using Akka.Actor;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A pool all of whose routees get every message.</summary>
public sealed class BroadcastPool : Pool
{
    public BroadcastPool(Config config)
        : this(
            config.GetInt("nr-of-instances"),
            Resizer.FromConfig(config),
            DefaultSupervisorStrategy,
            null,
            HasPoolDispatcher(config))
    {
    }

    public BroadcastPool(int nrOfInstances) : this(nrOfInstances, null, DefaultSupervisorStrategy, null)
    {
    }

    public BroadcastPool(
        int nrOfInstances,
        Resizer? resizer,
        SupervisorStrategy? supervisorStrategy,
        string? routerDispatcher,
        bool usePoolDispatcher = false)
        : base(nrOfInstances, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher)
    {
    }

    public override Router CreateRouter(ActorSystem system) => new(new BroadcastRoutingLogic());

    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    public override ISurrogate ToSurrogate(ActorSystem system) => throw NoSurrogate();

    public BroadcastPool WithDispatcher(string dispatcher) =>
        new(NrOfInstances, Resizer, SupervisorStrategy, dispatcher, UsePoolDispatcher);

    public override RouterConfig WithFallback(RouterConfig routerConfig) => new BroadcastPool(
        NrOfInstances, ResizerOr(routerConfig), StrategyOr(routerConfig), RouterDispatcher, UsePoolDispatcher);

    public BroadcastPool WithResizer(Resizer resizer) =>
        new(NrOfInstances, resizer, SupervisorStrategy, RouterDispatcher, UsePoolDispatcher);

    public BroadcastPool WithSupervisorStrategy(SupervisorStrategy strategy) =>
        new(NrOfInstances, Resizer, strategy, RouterDispatcher, UsePoolDispatcher);
}
