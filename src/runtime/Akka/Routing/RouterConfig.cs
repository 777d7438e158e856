using Akka.Actor;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>How a router actor is made: its logic, its routees, its dispatcher.</summary>
public abstract class RouterConfig : ISurrogated, IEquatable<RouterConfig>
{
    private readonly string? _routerDispatcher;
    private readonly bool _isOfDefaults;

    protected RouterConfig()
    {
        _isOfDefaults = true;
    }

    protected RouterConfig(string? routerDispatcher)
    {
        _routerDispatcher = routerDispatcher ?? Dispatchers.DefaultDispatcherId;
    }

    public virtual string? RouterDispatcher => _routerDispatcher;

    /// <summary>Only a pool stops with its last routee: a group, or a router that names a dispatcher, stays.</summary>
    public virtual bool StopRouterWhenAllRouteesRemoved => _isOfDefaults;

    public abstract Router? CreateRouter(ActorSystem system);

    public abstract ActorBase CreateRouterActor();

    public bool Equals(RouterConfig? other) =>
        other is not null
        && GetType() == other.GetType()
        && (this is NoRouter || RouterDispatcher == other.RouterDispatcher);

    public override bool Equals(object? obj) => Equals(obj as RouterConfig);

    public override int GetHashCode() => GetType().GetHashCode();

    /// <summary>True of messages for the router itself, which it does not hand on.</summary>
    public virtual bool IsManagementMessage(object message) =>
        message is IAutoReceivedMessage or Terminated or RouterManagementMessage;

    public virtual Props? RoutingLogicController(RoutingLogic routingLogic) => null;

    public abstract ISurrogate ToSurrogate(ActorSystem system);

    public virtual void VerifyConfig(ActorPath path)
    {
    }

    public virtual RouterConfig WithFallback(RouterConfig routerConfig) => this;

    private protected NotSupportedException NoSurrogate() =>
        new($"{GetType().Name} can not leave this process: actors are deployed locally");
}
