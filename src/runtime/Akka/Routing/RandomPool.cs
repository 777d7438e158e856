using Akka.Actor;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A pool that picks a routee at random.</summary>
public sealed class RandomPool : Pool
{
    public RandomPool(Config config)
        : this(
            config.GetInt("nr-of-instances"),
            Resizer.FromConfig(config),
            DefaultSupervisorStrategy,
            null,
            HasPoolDispatcher(config))
    {
    }

    public RandomPool(int nrOfInstances) : this(nrOfInstances, null, DefaultSupervisorStrategy, null)
    {
    }

    public RandomPool(
        int nrOfInstances,
        Resizer? resizer,
        SupervisorStrategy? supervisorStrategy,
        string? routerDispatcher,
        bool usePoolDispatcher = false)
        : base(nrOfInstances, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher)
    {
    }

    public override Router CreateRouter(ActorSystem system) => new(new RandomLogic());

    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    public override ISurrogate ToSurrogate(ActorSystem system) => throw NoSurrogate();

    public RandomPool WithDispatcher(string dispatcher) =>
        new(NrOfInstances, Resizer, SupervisorStrategy, dispatcher, UsePoolDispatcher);

    public override RouterConfig WithFallback(RouterConfig routerConfig) => new RandomPool(
        NrOfInstances, ResizerOr(routerConfig), StrategyOr(routerConfig), RouterDispatcher, UsePoolDispatcher);

    public RandomPool WithResizer(Resizer resizer) =>
        new(NrOfInstances, resizer, SupervisorStrategy, RouterDispatcher, UsePoolDispatcher);

    public RandomPool WithSupervisorStrategy(SupervisorStrategy strategy) =>
        new(NrOfInstances, Resizer, strategy, RouterDispatcher, UsePoolDispatcher);
}
