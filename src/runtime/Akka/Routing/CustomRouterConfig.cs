using Akka.Actor;

namespace Akka.Routing;

/// <summary>The base of a user's own router.</summary>
public abstract class CustomRouterConfig : RouterConfig
{
    protected CustomRouterConfig() : base(null)
    {
    }

    protected CustomRouterConfig(string? routerDispatcher) : base(routerDispatcher)
    {
    }

    public override ActorBase CreateRouterActor() => new RouterActor();
}
