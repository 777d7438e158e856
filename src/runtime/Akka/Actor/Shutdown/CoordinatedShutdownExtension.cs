using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>Creates a system's coordinated shutdown from <c>akka.coordinated-shutdown</c>.</summary>
public sealed class CoordinatedShutdownExtension : ExtensionIdProvider<CoordinatedShutdown>
{
    public override CoordinatedShutdown CreateExtension(ExtendedActorSystem system)
    {
        var config = system.Settings.Config.GetConfig("akka.coordinated-shutdown");
        var shutdown = new CoordinatedShutdown(system, ShutdownPhases.FromConfig(config));
        var lastSteps = new ShutdownLastSteps((ActorSystemImpl)system, shutdown, config);
        lastSteps.AddTo(CoordinatedShutdown.PhaseActorSystemTerminate);
        if (config.GetBoolean("run-by-clr-shutdown-hook", true))
            ClrShutdownHooks.Add(shutdown);
        return shutdown;
    }
}
