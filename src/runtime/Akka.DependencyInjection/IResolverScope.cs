namespace Akka.DependencyInjection;

/// <summary>A scope of a container; disposing of it disposes of what was resolved in it.</summary>
public interface IResolverScope : IDisposable
{
    IDependencyResolver Resolver { get; }
}
