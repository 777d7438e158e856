using System.Net;
using System.Net.Sockets;

namespace ActorSockets.Tests.IO.Wires;

/// <summary>A plain listening socket.</summary>
public sealed class SocketListener(Socket socket) : RawListener(socket.LocalEndPoint!)
{
    public static SocketListener On(EndPoint endPoint, int backlog = 100)
    {
        var socket = TcpWire.Create(endPoint);
        socket.Bind(endPoint);
        socket.Listen(backlog);
        return new SocketListener(socket);
    }

    public override RawPeer? TryAccept(TimeSpan atMost) =>
        socket.Poll(atMost, SelectMode.SelectRead) ? new SocketPeer(socket.Accept()) : null;

    protected override void Dispose(bool disposing) => socket.Dispose();
}
