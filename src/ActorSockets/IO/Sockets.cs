using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO;

/// <summary>
/// Makes stream sockets with the options that we set by default; option hooks can change them afterwards.
/// </summary>
internal static class Sockets
{
    public static Socket Create(EndPoint endPoint)
    {
        if (endPoint is not (IPEndPoint or UnixDomainSocketEndPoint))
        {
            throw new NotSupportedException($"An end point of type {endPoint.GetType().Name} cannot be used here.");
        }

        var isIP = endPoint is IPEndPoint;
        var socket = new Socket(
            endPoint.AddressFamily,
            SocketType.Stream,
            isIP ? ProtocolType.Tcp : ProtocolType.Unspecified);
        if (isIP)
        {
            // Linux hands it on to what a listening socket accepts, which saves a system call for each (tcp(7)).
            socket.NoDelay = true;
        }

        if (endPoint is IPEndPoint ip && ip.Address.Equals(IPAddress.IPv6Any))
        {
            // "Every address": IPv4 peers are served too.
            socket.DualMode = true;
        }

        return socket;
    }
}
