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

    public override string RouterDispatcher => throw new NotSupportedException("NoRouter has no dispatcher");

    public override Router CreateRouter(ActorSystem system) =>
        throw new NotSupportedException("NoRouter has no Router");

    public override ActorBase CreateRouterActor() =>
        throw new NotSupportedException("NoRouter must not create RouterActor");

    public Props Props(Props routeeProps) => routeeProps.WithRouter(this);

    public override ISurrogate ToSurrogate(ActorSystem system) => new NoRouterSurrogate();

    public override RouterConfig WithFallback(RouterConfig routerConfig) => routerConfig;

    /// <summary>Stands for <see cref="Instance"/>.</summary>
    public class NoRouterSurrogate : ISurrogate
    {
        public ISurrogated FromSurrogate(ActorSystem system) => Instance;
    }
}
