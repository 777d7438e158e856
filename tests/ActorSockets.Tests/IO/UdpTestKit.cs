using System.Net;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

/// <summary>The ways to a UDP socket of ours, on one of the engines, and plain sockets to speak with it.</summary>
public abstract class UdpTestKit(string engine, string more = "") : TcpTestKit(engine, more: more)
{
    protected new IActorRef Manager => SocketIO.For(Sys).Udp;

    protected IActorRef ConnectedManager => SocketIO.For(Sys).UdpConnected;

    protected static IPEndPoint AnyPort => new(IPAddress.Loopback, 0);

    protected DatagramPeer Peer(IPAddress? address = null, int port = 0) => Hold(new DatagramPeer(address, port));

    /// <summary>Binds to a port of the system's choice.</summary>
    protected (IActorRef Listener, IPEndPoint EndPoint) Listen(IActorRef handler, params Inet.SocketOption[] options) =>
        Listen(handler, AnyPort, options);

    protected (IActorRef Listener, IPEndPoint EndPoint) Listen(
        IActorRef handler, IPEndPoint at, params Inet.SocketOption[] options)
    {
        var commander = CreateTestProbe();
        commander.Send(Manager, new Udp.Bind(handler, at, options));
        var bound = commander.ExpectMsg<Udp.Bound>();
        return (commander.LastSender, (IPEndPoint)bound.LocalAddress);
    }

    protected IActorRef Sender(params Inet.SocketOption[] options)
    {
        var commander = CreateTestProbe();
        commander.Send(Manager, new Udp.SimpleSender(options));
        commander.ExpectMsg<Udp.SimpleSenderReady>();
        return commander.LastSender;
    }

    protected IActorRef Connect(IActorRef handler, EndPoint remote, EndPoint? local = null)
    {
        var commander = CreateTestProbe();
        commander.Send(ConnectedManager, new UdpConnected.Connect(handler, remote, local));
        commander.ExpectMsg<UdpConnected.Connected>();
        return commander.LastSender;
    }

    protected static Udp.Send To(EndPoint target, string text, Udp.Event? ack = null) =>
        new(Bytes(text), target, ack ?? Udp.NoAck.Instance);

    protected static string Text(Udp.Received received) => received.Data.ToString();

    /// <summary>An event that is told apart by its number.</summary>
    protected sealed class Sent(int number) : Udp.Event
    {
        public int Number { get; } = number;
    }
}
