using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>
/// Creates the <see cref="DependencyResolver"/> of a system from the setup that the system was created with.
/// </summary>
public sealed class DependencyResolverExtension : ExtensionIdProvider<DependencyResolver>
{
    public override DependencyResolver CreateExtension(ExtendedActorSystem system)
    {
        var setup = system.Settings.Setup.Get<DependencyResolverSetup>();
        return setup.HasValue
            ? new DependencyResolver(setup.Value.DependencyResolver)
            : throw MissingSetup.Report(system, nameof(DependencyResolverSetup), GetType());
    }
}
