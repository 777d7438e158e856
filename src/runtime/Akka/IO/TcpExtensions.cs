using Akka.Actor;

namespace Akka.IO;

/// <summary>The short way to the TCP manager.</summary>
public static class TcpExtensions
{
    public static IActorRef Tcp(this ActorSystem system) => IO.Tcp.Manager(system);
}
