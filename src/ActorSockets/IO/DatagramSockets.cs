using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>Makes UDP sockets, and calls the options' hooks at their moments, each once.</summary>
internal static class DatagramSockets
{
    /// <summary>A socket that receives at an address.</summary>
    public static Socket Bind(EndPoint local, Inet.SocketOption[] options) => Create(local, options, socket =>
    {
        BindTo(local, socket, options);
        SetForSending(socket, options);
    });

    /// <summary>A socket that sends to whoever it is told to; the system binds it with its first datagram.</summary>
    public static Socket ForSending(Inet.SocketOption[] options)
    {
        var any = Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any;
        return Create(new IPEndPoint(any, 0), options, socket => SetForSending(socket, options));
    }

    /// <summary>A socket that has one peer.</summary>
    public static Socket Connect(EndPoint remote, EndPoint? local, Inet.SocketOption[] options) =>
        Create(remote, options, socket =>
        {
            if (local is not null)
            {
                BindTo(local, socket, options);
            }

            socket.Connect(remote);
            foreach (var option in options)
            {
                option.AfterConnect(socket);
            }
        });

    private static Socket Create(EndPoint endPoint, Inet.SocketOption[] options, Action<Socket> settle)
    {
        if (endPoint is not IPEndPoint ip)
        {
            throw new NotSupportedException($"An end point of type {endPoint.GetType().Name} cannot be used here.");
        }

        var creator = options.OfType<Inet.DatagramChannelCreator>().FirstOrDefault();
        var socket = creator is null ? Create(ip.Address) : creator.Create(ip.AddressFamily);
        try
        {
            foreach (var option in options)
            {
                option.BeforeDatagramBind(socket);
            }

            settle(socket);
            socket.Blocking = false;
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static Socket Create(IPAddress address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        if (address.Equals(IPAddress.IPv6Any))
        {
            // "Every address": IPv4 peers are served too.
            socket.DualMode = true;
        }

        return socket;
    }

    private static void BindTo(EndPoint local, Socket socket, Inet.SocketOption[] options)
    {
        socket.Bind(local);
        foreach (var option in options.OfType<Inet.SocketOptionV2>())
        {
            option.AfterBind(socket);
        }
    }

    /// <summary>Akka.IO's options for sending have a hook for connected sockets only, which this is not.</summary>
    private static void SetForSending(Socket socket, Inet.SocketOption[] options)
    {
        foreach (var option in options.Where(each => each is Inet.SO.SendBufferSize or Inet.SO.TrafficClass))
        {
            option.AfterConnect(socket);
        }
    }
}
