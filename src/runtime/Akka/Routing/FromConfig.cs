using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A router that the configuration describes: it must be there, under the actor's path.</summary>
public class FromConfig : Pool
{
    public FromConfig() : this(null, DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId)
    {
    }

    public FromConfig(Resizer? resizer, SupervisorStrategy supervisorStrategy, string routerDispatcher)
        : base(0, resizer, supervisorStrategy, routerDispatcher, false)
    {
    }

    public static FromConfig Instance { get; } = new();

    public override Router CreateRouter(ActorSystem system) =>
        throw new NotSupportedException("FromConfig must not create Router");

    public override ActorBase CreateRouterActor() =>
        throw new NotSupportedException("FromConfig must not create RouterActor");

    public override int GetNrOfInstances(ActorSystem sys) => 0;

    public Props Props() => Actor.Props.Empty.WithRouter(Instance);

    public override ISurrogate ToSurrogate(ActorSystem system) => new FromConfigSurrogate();

    public override void VerifyConfig(ActorPath path) => throw new ConfigurationException(
        $"Configuration missing for router [{path}] in 'akka.actor.deployment' section.");

    public FromConfig WithDispatcher(string dispatcherId) => new(Resizer, SupervisorStrategy, dispatcherId);

    public FromConfig WithResizer(Resizer resizer) => new(resizer, SupervisorStrategy, RouterDispatcher!);

    public FromConfig WithSupervisorStrategy(SupervisorStrategy strategy) =>
        new(Resizer, strategy, RouterDispatcher!);

    /// <summary>Stands for <see cref="Instance"/>.</summary>
    public class FromConfigSurrogate : ISurrogate
    {
        public ISurrogated FromSurrogate(ActorSystem system) => Instance;
    }
}
