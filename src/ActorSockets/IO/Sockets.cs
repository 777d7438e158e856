using System.Net;
using System.Net.Sockets;
using ActorSockets.IO.Engine;
using ActorSockets.IO.Engine.Memory;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>
/// Makes what a bind or a connect asks for: a stream socket, with the options that we set by default, which hooks can
/// change afterwards; or its like in memory.
/// </summary>
internal static class Sockets
{
    /// <summary>Binds and listens. Throws what keeps it from that, and leaves nothing behind then.</summary>
    public static Acceptor Listen(IoLoop loop, Tcp.Bind bind, Inet.SocketOption[] options, IAcceptorOwner owner) =>
        bind.LocalAddress switch
        {
            MemoryEndPoint memory => MemoryAcceptor.Open(loop, memory, bind.Backlog, owner),
            _ => ListenOnSocket(loop, bind, options, owner),
        };

    /// <summary>Starts to connect. Throws what keeps it from that, and leaves nothing behind then.</summary>
    public static ConnectAttempt Connect(
        IoLoop loop, Tcp.Connect connect, EndPoint remote, Inet.SocketOption[] options, IConnectOwner owner) =>
        remote is MemoryEndPoint memory
            ? MemoryConnectAttempt.Start(loop, connect.LocalAddress as MemoryEndPoint, memory, owner)
            : loop.Connect(OpenConnecting(connect, remote, options), remote, owner);

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

    private static Acceptor ListenOnSocket(
        IoLoop loop, Tcp.Bind bind, Inet.SocketOption[] options, IAcceptorOwner owner)
    {
        var socket = Create(bind.LocalAddress);
        UnixSocketFile? file = null;
        try
        {
            foreach (var option in options)
            {
                option.BeforeServerSocketBind(socket);
            }

            file = Bind(socket, bind.LocalAddress);
            foreach (var option in options.OfType<Inet.SocketOptionV2>())
            {
                option.AfterBind(socket);
            }

            socket.Listen(bind.Backlog);
            socket.Blocking = false;
            var acceptor = loop.Listen(socket, owner);
            return file is null ? acceptor : new UnixAcceptor(acceptor, file);
        }
        catch
        {
            file?.Remove();
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Elsewhere than on Linux .NET binds Unix sockets, and removes their files in its own way.</summary>
    private static UnixSocketFile? Bind(Socket socket, EndPoint local)
    {
        if (local is not UnixDomainSocketEndPoint unix || !OperatingSystem.IsLinux())
        {
            socket.Bind(local);
        }
        else if (UnixPath.IsAbstract(unix))
        {
            UnixBindAddress.Bind(socket, unix);
        }
        else
        {
            return UnixSocketFile.Bind(socket, unix);
        }

        return null;
    }

    private static Socket OpenConnecting(Tcp.Connect connect, EndPoint remote, Inet.SocketOption[] options)
    {
        var socket = Create(remote);
        try
        {
            foreach (var option in options)
            {
                option.BeforeConnect(socket);
            }

            if (connect.LocalAddress is { } local)
            {
                socket.Bind(local);
            }

            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
