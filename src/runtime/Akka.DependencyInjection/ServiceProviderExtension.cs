using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>
/// Creates the <see cref="ServiceProvider"/> of a system from the setup that the system was created with.
/// </summary>
public sealed class ServiceProviderExtension : ExtensionIdProvider<ServiceProvider>
{
    public override ServiceProvider CreateExtension(ExtendedActorSystem system)
    {
        var setup = system.Settings.Setup.Get<ServiceProviderSetup>();
        return setup.HasValue
            ? new ServiceProvider(setup.Value.ServiceProvider)
            : throw MissingSetup.Report(system, nameof(ServiceProviderSetup), GetType());
    }
}
