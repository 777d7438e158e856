using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>What the extension needs of a container: services, scopes, and actors with injected constructors.</summary>
public interface IDependencyResolver
{
    IResolverScope CreateScope();

    T GetService<T>();

    object GetService(Type type);

    Props Props(Type type, params object[] args);

    Props Props(Type type);

    Props Props<T>(params object[] args)
        where T : ActorBase;
}
