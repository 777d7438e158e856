using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Server.Examples;

/// <summary>Sends each datagram back to where it came from. Transport: udp.</summary>
internal sealed class UdpEchoHandler : ReceiveActor
{
    public UdpEchoHandler() =>
        Receive<Udp.Received>(datagram => Sender.Tell(Udp.Send.Create(datagram.Data, datagram.Sender)));
}
