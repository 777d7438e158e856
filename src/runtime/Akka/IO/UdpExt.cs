using Akka.Actor;

namespace Akka.IO;

/// <summary>The UDP extension of an actor system: its manager is <c>IO-UDP-FF</c>.</summary>
public class UdpExt : IOExtension
{
    public UdpExt(ExtendedActorSystem system)
        : this(system, UdpSettings.Create(system))
    {
    }

    public UdpExt(ExtendedActorSystem system, UdpSettings settings)
    {
        Manager = IOManagerFactory.Start(system, this, new IOManagerFactory.ManagerSettings(
            "akka.io.udp", "ActorSockets.IO.UdpManager, ActorSockets", "IO-UDP-FF", settings.ManagementDispatcher));
    }

    public override IActorRef Manager { get; }
}
