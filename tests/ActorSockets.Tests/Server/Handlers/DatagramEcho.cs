using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.Server.Handlers;

/// <summary>Sends each datagram back; fails on the text <c>fail</c>.</summary>
public sealed class DatagramEcho : ReceiveActor
{
    public DatagramEcho() => Receive<Udp.Received>(datagram =>
    {
        if (datagram.Data.ToString() == "fail")
            throw new InvalidOperationException("The peer asked for a failure.");
        Sender.Tell(Udp.Send.Create(datagram.Data, datagram.Sender));
    });
}
