using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>
/// Creates an actor's instances, each restart a new one, with constructor arguments out of the container where none
/// were given. The actor gets the container itself, not a scope of it: an actor outlives any scope.
/// </summary>
internal sealed class ServiceProviderActorProducer(IServiceProvider provider, Type actorType, object[] arguments)
    : IIndirectActorProducer
{
    public Type ActorType => actorType;

    public static Props Props(IServiceProvider provider, Type type, object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!typeof(ActorBase).IsAssignableFrom(type))
            throw new ArgumentException($"[{type}] does not implement Akka.Actor.ActorBase.", nameof(type));
        return Actor.Props.CreateBy(new ServiceProviderActorProducer(provider, type, arguments));
    }

    public ActorBase Produce() => (ActorBase)ActivatorUtilities.CreateInstance(provider, actorType, arguments);

    public void Release(ActorBase actor)
    {
        // Its injected services belong to the container; the cell itself disposes of an actor that is disposable.
    }
}
