using Akka.Actor;

namespace Akka.IO;

/// <summary>The TCP extension of an actor system: its settings, and its manager <c>IO-TCP</c>.</summary>
public sealed class TcpExt : IOExtension
{
    public TcpExt(ExtendedActorSystem system)
    {
        Settings = TcpSettings.Create(system);
        Manager = IOManagerFactory.Start(system, this, new IOManagerFactory.ManagerSettings(
            "akka.io.tcp", "ActorSockets.IO.TcpManager, ActorSockets", "IO-TCP", Settings.ManagementDispatcher));
    }

    public override IActorRef Manager { get; }

    public TcpSettings Settings { get; }
}
