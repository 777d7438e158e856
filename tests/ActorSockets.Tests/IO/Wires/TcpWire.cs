using System.Net;
using System.Net.Sockets;

namespace ActorSockets.Tests.IO.Wires;

/// <summary>TCP on the loopback address.</summary>
public sealed class TcpWire : Wire
{
    private static readonly IPEndPoint Any = new(IPAddress.Loopback, 0);
    private static int _addresses;

    public static Socket Create(EndPoint endPoint) => endPoint is IPEndPoint
        ? new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
        : new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);

    public static async Task<Socket> ConnectSocketAsync(
        EndPoint server, Action<EndPoint>? announce, int? receiveBuffer)
    {
        var socket = Create(server);
        if (receiveBuffer is { } size)
        {
            socket.ReceiveBufferSize = size;
        }

        if (announce is not null)
        {
            socket.Bind(new IPEndPoint(NextLoopback(), 0));
            announce(socket.LocalEndPoint!);
        }

        await socket.ConnectAsync(server);
        return socket;
    }

    public override EndPoint FreeEndPoint() => Any;

    /// <summary>
    /// 127.1.0.1 and on: a port of one address could be the next peer's before the server has heard of the last one's.
    /// </summary>
    private static IPAddress NextLoopback()
    {
        var n = Interlocked.Increment(ref _addresses);
        return new IPAddress([127, (byte)(1 + (n >> 16) % 250), (byte)(n >> 8), (byte)n]);
    }

    public override async Task<RawPeer> ConnectAsync(
        EndPoint server, Action<EndPoint>? announce = null, int? receiveBuffer = null) =>
        new SocketPeer(await ConnectSocketAsync(server, announce, receiveBuffer));

    public override RawListener Listen() => SocketListener.On(Any);
}
