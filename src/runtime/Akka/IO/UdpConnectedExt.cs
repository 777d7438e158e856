using Akka.Actor;

namespace Akka.IO;

/// <summary>The extension for UDP sockets with one peer: its manager is <c>IO-UDP-CONN</c>.</summary>
public class UdpConnectedExt : IOExtension, INoSerializationVerificationNeeded
{
    private const string Section = "akka.io.udp-connected";

    public UdpConnectedExt(ExtendedActorSystem system)
        : this(system, UdpSettings.Create(IOSection.Of<UdpSettings>(system, Section)))
    {
    }

    public UdpConnectedExt(ExtendedActorSystem system, UdpSettings settings)
    {
        Manager = IOManagerFactory.Start(system, this, new IOManagerFactory.ManagerSettings(
            Section,
            "ActorSockets.IO.UdpConnectedManager, ActorSockets",
            "IO-UDP-CONN",
            settings.ManagementDispatcher));
    }

    public override IActorRef Manager { get; }
}
