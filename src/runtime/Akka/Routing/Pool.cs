using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Routing;

/// <summary>A router that starts its routees itself, as its children.</summary>
public abstract class Pool : RouterConfig, IEquatable<Pool>
{
    private readonly Resizer? _resizer;
    private readonly SupervisorStrategy? _supervisorStrategy;
    private readonly bool _usePoolDispatcher;

    protected Pool(
        int nrOfInstances,
        Resizer? resizer,
        SupervisorStrategy? supervisorStrategy,
        string? routerDispatcher,
        bool usePoolDispatcher)
        : base(routerDispatcher)
    {
        NrOfInstances = nrOfInstances;
        _resizer = resizer;
        _supervisorStrategy = supervisorStrategy;
        _usePoolDispatcher = usePoolDispatcher;
    }

    /// <summary>As of any other actor: a routee that fails restarts, and its siblings do not.</summary>
    public static SupervisorStrategy DefaultSupervisorStrategy => SupervisorStrategy.DefaultStrategy;

    public int NrOfInstances { get; }

    public virtual Resizer? Resizer => _resizer;

    public override bool StopRouterWhenAllRouteesRemoved => Resizer is null;

    public virtual SupervisorStrategy SupervisorStrategy => _supervisorStrategy ?? DefaultSupervisorStrategy;

    public virtual bool UsePoolDispatcher => _usePoolDispatcher;

    public override ActorBase CreateRouterActor() => Resizer is null
        ? new RouterPoolActor(SupervisorStrategy)
        : throw new NotSupportedException("Pools have no resizers here");

    public bool Equals(Pool? other) =>
        other is not null
        && NrOfInstances == other.NrOfInstances
        && UsePoolDispatcher == other.UsePoolDispatcher
        && Equals(Resizer, other.Resizer);

    public override bool Equals(object? obj) => obj is Pool other && GetType() == other.GetType() && Equals(other);

    public override int GetHashCode() => HashCode.Combine(NrOfInstances, UsePoolDispatcher, Resizer);

    public abstract int GetNrOfInstances(ActorSystem system);

    public Props Props(Props routeeProps) => routeeProps.WithRouter(this);

    internal Routee NewRoutee(Props routeeProps, IActorContext context) =>
        new ActorRefRoutee(context.ActorOf(WithPoolDispatcher(routeeProps, context.Self.Path)));

    private protected Resizer? ResizerOr(RouterConfig other) => Resizer ?? (other as Pool)?.Resizer;

    private protected SupervisorStrategy StrategyOr(RouterConfig other) =>
        other is Pool pool && SupervisorStrategy.Equals(DefaultSupervisorStrategy)
            ? pool.SupervisorStrategy
            : SupervisorStrategy;

    private protected static bool HasPoolDispatcher(Configuration.Config config) => config.HasPath("pool-dispatcher");

    private Props WithPoolDispatcher(Props routeeProps, ActorPath router)
    {
        if (!UsePoolDispatcher || routeeProps.Dispatcher != Dispatchers.DefaultDispatcherId)
        {
            return routeeProps;
        }

        var path = string.Concat(router.Elements.Skip(1).Select(element => "/" + element));
        return routeeProps.WithDispatcher($"akka.actor.deployment.{path}.pool-dispatcher");
    }
}
