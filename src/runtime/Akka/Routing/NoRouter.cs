using Akka.Actor;
using Akka.Util;

namespace Akka.Routing;

/// <summary>Of an actor that is no router.</summary>
public class NoRouter : RouterConfig
{
    protected NoRouter()
    {
    }

    public static NoRouter Instance { get; } = new();

    public override string RouterDispatcher => "";

    public override Router CreateRouter(ActorSystem system) =>
        throw new NotSupportedException("NoRouter does not create a router");

    public override ActorBase CreateRouterActor() =>
        throw new NotSupportedException("NoRouter does not create a router actor");

    public Props Props(Props routeeProps) => routeeProps.WithRouter(this);

    public override ISurrogate ToSurrogate(ActorSystem system) => new NoRouterSurrogate();

    public override RouterConfig WithFallback(RouterConfig routerConfig) => routerConfig;

    /// <summary>Stands for <see cref="Instance"/>.</summary>
    public class NoRouterSurrogate : ISurrogate
    {
        public ISurrogated FromSurrogate(ActorSystem system) => Instance;
    }
}
