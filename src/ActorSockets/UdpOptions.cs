using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace ActorSockets;

/// <summary>Options of UDP sockets that Akka.IO does not have: for <see cref="Udp.Bind"/>,
/// <see cref="Udp.SimpleSender"/> and <see cref="UdpConnected.Connect"/>. Broadcast is <see cref="Udp.SO.Broadcast"/>;
/// several listeners of one group on one machine each need <see cref="Inet.SO.ReuseAddress"/> too.</summary>
/// <remarks>A network interface is given by its index, as in
/// <see cref="System.Net.NetworkInformation.NetworkInterface.LoopbackInterfaceIndex"/> and
/// <see cref="System.Net.NetworkInformation.IPv4InterfaceProperties.Index"/>; 0 lets the system choose.</remarks>
public static class UdpOptions
{
    private static void Set(Socket socket, SocketOptionName option, int value)
    {
        // An IPv6 socket that serves IPv4 peers too has both.
        if (socket.AddressFamily == AddressFamily.InterNetwork || socket.DualMode)
            socket.SetSocketOption(SocketOptionLevel.IP, option, value);
        if (socket.AddressFamily == AddressFamily.InterNetworkV6)
            socket.SetSocketOption(SocketOptionLevel.IPv6, option, value);
    }

    /// <summary>Makes a listener get what is sent to a multicast group. It is bound to the group's port, at the address
    /// "every address" or, where the system allows it, at the group's. Closing the socket leaves the group. May be
    /// given several times, for several groups. No effect on a socket that is not bound by its command.</summary>
    public sealed class JoinMulticastGroup : Inet.SocketOptionV2
    {
        /// <summary>Creates the option.</summary>
        /// <param name="group">The group: 224.0.0.0 to 239.255.255.255, or ff00::/8.</param>
        /// <param name="interfaceIndex">The network interface that the group's datagrams arrive at; 0: the one that the
        /// system has a route to the group by.</param>
        public JoinMulticastGroup(IPAddress group, int interfaceIndex = 0)
        {
            ArgumentNullException.ThrowIfNull(group);
            ArgumentOutOfRangeException.ThrowIfNegative(interfaceIndex);
            Group = group;
            InterfaceIndex = interfaceIndex;
        }

        /// <summary>The group.</summary>
        public IPAddress Group { get; }

        /// <summary>The network interface; 0 for the system's choice.</summary>
        public int InterfaceIndex { get; }

        /// <summary>Joins. A group that cannot be joined fails the bind.</summary>
        /// <param name="s">The bound socket.</param>
        public override void AfterBind(Socket s)
        {
            ArgumentNullException.ThrowIfNull(s);
            if (Group.AddressFamily == AddressFamily.InterNetwork)
                Join(s, SocketOptionLevel.IP, new MulticastOption(Group, InterfaceIndex));
            else
                Join(s, SocketOptionLevel.IPv6, new IPv6MulticastOption(Group, InterfaceIndex));
        }

        private static void Join(Socket socket, SocketOptionLevel level, object membership) =>
            socket.SetSocketOption(level, SocketOptionName.AddMembership, membership);
    }

    /// <summary>The network interface by which datagrams to multicast groups leave. Default: the one that the system
    /// has a route to the group by.</summary>
    public sealed class MulticastInterface : Inet.SocketOption
    {
        /// <summary>Creates the option.</summary>
        /// <param name="interfaceIndex">The network interface.</param>
        public MulticastInterface(int interfaceIndex)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(interfaceIndex);
            InterfaceIndex = interfaceIndex;
        }

        /// <summary>The network interface.</summary>
        public int InterfaceIndex { get; }

        /// <summary>Sets it.</summary>
        /// <param name="ds">The socket, not bound yet.</param>
        public override void BeforeDatagramBind(Socket ds)
        {
            ArgumentNullException.ThrowIfNull(ds);
            // 0.0.0.0/8 stands for interfaces by index: the first byte of the value is 0 when it is in network order.
            if (ds.AddressFamily == AddressFamily.InterNetwork || ds.DualMode)
            {
                var index = IPAddress.HostToNetworkOrder(InterfaceIndex);
                ds.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, index);
            }

            if (ds.AddressFamily == AddressFamily.InterNetworkV6)
                ds.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastInterface, InterfaceIndex);
        }
    }

    /// <summary>How many routers a datagram to a multicast group may pass, plus one. Default of the system: 1, which
    /// keeps it in its own network.</summary>
    public sealed class MulticastTimeToLive : Inet.SocketOption
    {
        /// <summary>Creates the option.</summary>
        /// <param name="hops">0 to 255; 0 keeps datagrams on this machine.</param>
        public MulticastTimeToLive(int hops)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(hops);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(hops, 255);
            Hops = hops;
        }

        /// <summary>0 to 255.</summary>
        public int Hops { get; }

        /// <summary>Sets it.</summary>
        /// <param name="ds">The socket, not bound yet.</param>
        public override void BeforeDatagramBind(Socket ds)
        {
            ArgumentNullException.ThrowIfNull(ds);
            Set(ds, SocketOptionName.MulticastTimeToLive, Hops);
        }
    }

    /// <summary>Whether this machine's own members of a group get what this socket sends to it. Default of the system:
    /// they do.</summary>
    public sealed class MulticastLoopback : Inet.SocketOption
    {
        /// <summary>Creates the option.</summary>
        /// <param name="on">Whether they do.</param>
        public MulticastLoopback(bool on)
        {
            On = on;
        }

        /// <summary>Whether they do.</summary>
        public bool On { get; }

        /// <summary>Sets it. (On Windows it counts on the receiving socket, elsewhere on the sending one.)</summary>
        /// <param name="ds">The socket, not bound yet.</param>
        public override void BeforeDatagramBind(Socket ds)
        {
            ArgumentNullException.ThrowIfNull(ds);
            Set(ds, SocketOptionName.MulticastLoopback, On ? 1 : 0);
        }
    }
}
