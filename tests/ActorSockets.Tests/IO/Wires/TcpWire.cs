using System.Net;
using System.Net.Sockets;

namespace ActorSockets.Tests.IO.Wires;

/// <summary>TCP on the loopback address.</summary>
public sealed class TcpWire : Wire
{
    private static readonly IPEndPoint Any = new(IPAddress.Loopback, 0);

    public static Socket Create(EndPoint endPoint) => endPoint is IPEndPoint
        ? new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
        : new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);

    public override EndPoint FreeEndPoint() => Any;

    public override async Task<RawPeer> ConnectAsync(
        EndPoint server, Action<EndPoint>? announce = null, int? receiveBuffer = null)
    {
        var socket = Create(server);
        if (receiveBuffer is { } size)
        {
            socket.ReceiveBufferSize = size;
        }

        if (announce is not null)
        {
            socket.Bind(Any);
            announce(socket.LocalEndPoint!);
        }

        await socket.ConnectAsync(server);
        return new SocketPeer(socket);
    }

    public override RawListener Listen() => SocketListener.On(Any);
}
