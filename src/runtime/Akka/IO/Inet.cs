using System.Net.Sockets;

namespace Akka.IO;

/// <summary>Socket options: objects whose hooks a manager calls at fixed moments of a socket's life.</summary>
public class Inet
{
    /// <summary>An option; each hook gets the socket at the moment that its name tells.</summary>
    public abstract class SocketOption
    {
        /// <summary>A UDP socket, before it is bound.</summary>
        public virtual void BeforeDatagramBind(Socket ds)
        {
        }

        /// <summary>A TCP listener's socket, before it is bound.</summary>
        public virtual void BeforeServerSocketBind(Socket ss)
        {
        }

        /// <summary>A TCP client's socket, before it connects.</summary>
        public virtual void BeforeConnect(Socket s)
        {
        }

        /// <summary>A TCP connection, accepted or outgoing, before its handler hears of it.</summary>
        public virtual void AfterConnect(Socket s)
        {
        }
    }

    /// <summary>A <see cref="SocketOption"/> for those who implement only some hooks.</summary>
    public abstract class AbstractSocketOption : SocketOption
    {
    }

    /// <summary>An option with a hook for a socket that has just been bound.</summary>
    public abstract class SocketOptionV2 : SocketOption
    {
        public virtual void AfterBind(Socket s)
        {
        }
    }

    /// <summary>A <see cref="SocketOptionV2"/> for those who implement only some hooks.</summary>
    public abstract class AbstractSocketOptionV2 : SocketOptionV2
    {
    }

    /// <summary>Makes the socket of a UDP endpoint; the first one among the options is asked, once.</summary>
    public class DatagramChannelCreator : SocketOption
    {
        public virtual Socket Create(AddressFamily addressFamily) =>
            new(addressFamily, SocketType.Dgram, ProtocolType.Udp);
    }

    /// <summary>Base of the classes that hold a protocol's options.</summary>
    public abstract class SoForwarders
    {
    }

    /// <summary>The options that every kind of socket has.</summary>
    public static class SO
    {
        /// <summary>SO_RCVBUF, in bytes: it must be set before the handshake to count for the window's scale.</summary>
        public class ReceiveBufferSize(int size) : SocketOption
        {
            public override void BeforeServerSocketBind(Socket ss) => ss.ReceiveBufferSize = size;

            public override void BeforeDatagramBind(Socket ds) => ds.ReceiveBufferSize = size;

            public override void BeforeConnect(Socket s) => s.ReceiveBufferSize = size;
        }

        /// <summary>SO_REUSEADDR.</summary>
        public class ReuseAddress(bool on) : SocketOption
        {
            public override void BeforeServerSocketBind(Socket ss) => Set(ss);

            public override void BeforeDatagramBind(Socket ds) => Set(ds);

            public override void BeforeConnect(Socket s) => Set(s);

            private void Set(Socket socket) =>
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, on);
        }

        /// <summary>SO_SNDBUF of a TCP connection, in bytes.</summary>
        public class SendBufferSize(int size) : SocketOption
        {
            public override void AfterConnect(Socket s) => s.SendBufferSize = size;
        }

        /// <summary>The type-of-service byte of a TCP connection's packets.</summary>
        public class TrafficClass(int tc) : SocketOption
        {
            public override void AfterConnect(Socket s)
            {
                if (s.AddressFamily == AddressFamily.InterNetworkV6 && OperatingSystem.IsLinux())
                {
                    SetLinuxIPv6TrafficClass(s);
                }

                // A dual-mode socket whose peer speaks IPv4 takes this one.
                if (s.AddressFamily == AddressFamily.InterNetwork || IsDualMode(s))
                {
                    s.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, tc);
                }
            }

            private static bool IsDualMode(Socket s) => s.AddressFamily == AddressFamily.InterNetworkV6 && s.DualMode;

            // .NET has no name for IPV6_TCLASS (67 at level 41 on Linux, ipv6(7)).
            private void SetLinuxIPv6TrafficClass(Socket s) => s.SetRawSocketOption(41, 67, BitConverter.GetBytes(tc));
        }
    }
}
