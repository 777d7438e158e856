using Akka.Actor.Setup;

namespace Akka.DependencyInjection;

/// <summary>
/// The older form of <see cref="DependencyResolverSetup"/>, for an <see cref="IServiceProvider"/> only.
/// </summary>
public class ServiceProviderSetup : Setup
{
    private ServiceProviderSetup(IServiceProvider serviceProvider) => ServiceProvider = serviceProvider;

    public IServiceProvider ServiceProvider { get; }

    public static ServiceProviderSetup Create(IServiceProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new ServiceProviderSetup(provider);
    }
}
