using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace Akka.Tests.IO;

public class InetTests
{
    [Fact]
    public void Buffer_sizes_reach_the_socket()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        new Inet.SO.ReceiveBufferSize(20_000).BeforeConnect(socket);
        new Inet.SO.SendBufferSize(30_000).AfterConnect(socket);

        // Linux doubles what it is asked for (socket(7)); others do not.
        Assert.True(socket.ReceiveBufferSize is 20_000 or 40_000);
        Assert.True(socket.SendBufferSize is 30_000 or 60_000);
    }

    [Fact]
    public void A_hook_that_an_option_does_not_speak_of_does_nothing()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var before = socket.SendBufferSize;
        var option = new Inet.SO.SendBufferSize(30_000);

        option.BeforeConnect(socket);
        option.BeforeServerSocketBind(socket);

        Assert.Equal(before, socket.SendBufferSize);
    }

    [Theory]
    [InlineData(AddressFamily.InterNetwork)]
    [InlineData(AddressFamily.InterNetworkV6)]
    public void The_traffic_class_reaches_the_socket(AddressFamily family)
    {
        using var socket = new Socket(family, SocketType.Stream, ProtocolType.Tcp);

        new Inet.SO.TrafficClass(0x10).AfterConnect(socket);

        if (family == AddressFamily.InterNetwork)
        {
            Assert.Equal(0x10, socket.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService));
        }
        else if (OperatingSystem.IsLinux())
        {
            var value = new byte[4];
            socket.GetRawSocketOption(41, 67, value);
            Assert.Equal(0x10, BitConverter.ToInt32(value));
        }
    }

    [Fact]
    public void Addresses_can_be_reused_where_asked_for()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        new Inet.SO.ReuseAddress(true).BeforeServerSocketBind(socket);
        Assert.NotEqual(0, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress));

        new Inet.SO.ReuseAddress(false).BeforeConnect(socket);
        Assert.Equal(0, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress));
    }

    [Fact]
    public void Datagrams_may_be_broadcast_where_asked_for()
    {
        using var socket = new Inet.DatagramChannelCreator().Create(AddressFamily.InterNetwork);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        new Udp.SO.Broadcast(true).BeforeDatagramBind(socket);

        Assert.True(socket.EnableBroadcast);
        Assert.Equal(SocketType.Dgram, socket.SocketType);
    }
}
