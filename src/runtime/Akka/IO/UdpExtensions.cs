using Akka.Actor;

namespace Akka.IO;

/// <summary>The short way to the UDP manager.</summary>
public static class UdpExtensions
{
    public static IActorRef Udp(this ActorSystem system) => IO.Udp.Manager(system);
}
