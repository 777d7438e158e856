using Akka.Actor;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A pool whose routees take turns.</summary>
public sealed class RoundRobinPool : Pool
{
    public RoundRobinPool(Config config)
        : this(
            config.GetInt("nr-of-instances"),
            Resizer.FromConfig(config),
            DefaultSupervisorStrategy,
            null,
            HasPoolDispatcher(config))
    {
    }

    public RoundRobinPool(int nrOfInstances) : this(nrOfInstances, null, DefaultSupervisorStrategy, null)
    {
    }

    public RoundRobinPool(int nrOfInstances, Resizer? resizer)
        : this(nrOfInstances, resizer, DefaultSupervisorStrategy, null)
    {
    }

    public RoundRobinPool(
        int nrOfInstances,
        Resizer? resizer,
        SupervisorStrategy? supervisorStrategy,
        string? routerDispatcher,
        bool usePoolDispatcher = false)
        : base(nrOfInstances, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher)
    {
    }

    public override Router CreateRouter(ActorSystem system) => new(new RoundRobinRoutingLogic());

    public override int GetNrOfInstances(ActorSystem sys) => NrOfInstances;

    public override ISurrogate ToSurrogate(ActorSystem system) => throw NoSurrogate();

    public RoundRobinPool WithDispatcher(string dispatcher) =>
        new(NrOfInstances, Resizer, SupervisorStrategy, dispatcher, UsePoolDispatcher);

    public override RouterConfig WithFallback(RouterConfig routerConfig) => new RoundRobinPool(
        NrOfInstances, ResizerOr(routerConfig), StrategyOr(routerConfig), RouterDispatcher, UsePoolDispatcher);

    public RoundRobinPool WithResizer(Resizer resizer) =>
        new(NrOfInstances, resizer, SupervisorStrategy, RouterDispatcher, UsePoolDispatcher);

    public RoundRobinPool WithSupervisorStrategy(SupervisorStrategy strategy) =>
        new(NrOfInstances, Resizer, strategy, RouterDispatcher, UsePoolDispatcher);
}
