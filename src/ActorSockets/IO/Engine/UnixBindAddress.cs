using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>
/// A Unix end point for <see cref="Socket.Bind"/>, in place of .NET's own, which has two habits that a server cannot
/// use: with its socket it removes the file under its path, even when it is somebody else's by then; and it makes the
/// buffer for the address of an accepted peer as long as its own path, which ends the process on a thread of the pool
/// when a peer has bound itself to a longer one.
/// </summary>
internal sealed class UnixBindAddress(UnixDomainSocketEndPoint endPoint) : EndPoint
{
    /// <summary>Where the path begins in struct sockaddr_un.</summary>
    private const int PathOffset = 2;

    private bool _isBound;

    public override AddressFamily AddressFamily => AddressFamily.Unix;

    public static void Bind(Socket socket, UnixDomainSocketEndPoint endPoint)
    {
        var address = new UnixBindAddress(endPoint);
        socket.Bind(address);
        address._isBound = true;
    }

    /// <summary>Exact for binding, as its length is part of an abstract name; then room for any address.</summary>
    public override SocketAddress Serialize() =>
        _isBound ? new SocketAddress(AddressFamily.Unix, NativeAddress.MaxLength) : endPoint.Serialize();

    public override EndPoint Create(SocketAddress socketAddress) =>
        NativeAddress.ReadUnix(socketAddress.Buffer.Span[Math.Min(PathOffset, socketAddress.Size)..socketAddress.Size]);
}
