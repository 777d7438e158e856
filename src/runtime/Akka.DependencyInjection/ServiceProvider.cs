using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>The older form of <see cref="DependencyResolver"/>, for an <see cref="IServiceProvider"/> only.</summary>
public sealed class ServiceProvider : IExtension
{
    public ServiceProvider(IServiceProvider provider) => Provider = provider;

    public IServiceProvider Provider { get; }

    public static ServiceProvider For(ActorSystem actorSystem) => new ServiceProviderExtension().Apply(actorSystem);

    public Props Props<T>(params object[] args)
        where T : ActorBase => ServiceProviderActorProducer.Props(Provider, typeof(T), args);
}
