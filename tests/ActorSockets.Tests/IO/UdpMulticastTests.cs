using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class UdpMulticastTests(string engine) : UdpTestKit(engine)
{
    private static readonly int Loopback = NetworkInterface.LoopbackInterfaceIndex;

    [Fact]
    public void Every_member_of_a_group_gets_what_is_sent_to_it_and_nobody_else()
    {
        var group = IPAddress.Parse("239.255.17.5");
        var join = new UdpOptions.JoinMulticastGroup(group, Loopback);
        var members = new[] { CreateTestProbe(), CreateTestProbe() };
        var stranger = CreateTestProbe();
        var (_, first) = Listen(members[0], new IPEndPoint(IPAddress.Any, 0), new Inet.SO.ReuseAddress(true), join);
        Listen(members[1], new IPEndPoint(IPAddress.Any, first.Port), new Inet.SO.ReuseAddress(true), join);
        Listen(stranger, new IPEndPoint(IPAddress.Any, 0));

        var sender = Sender(new UdpOptions.MulticastInterface(Loopback), new UdpOptions.MulticastTimeToLive(0));
        sender.Tell(To(new IPEndPoint(group, first.Port), "to the group", new Sent(1)), TestActor);

        ExpectMsg<Sent>();
        Assert.All(members, member => Assert.Equal("to the group", Text(member.ExpectMsg<Udp.Received>())));
        ExpectSilence(stranger);
    }

    [Fact]
    public void Joins_IPv4_and_IPv6_groups_on_one_socket_and_leaves_them_with_it()
    {
        // Nobody else's. As proc_pid_net(5) writes them: the bytes of one in the order of the machine, of the other as
        // they are.
        var number = System.Random.Shared.Next(0x10000);
        var (high, low) = (number >> 8, number & 0xff);
        (IPAddress Group, string List, string Entry)[] groups =
        [
            (IPAddress.Parse($"239.254.{high}.{low}"), "/proc/net/igmp", $"{low:X2}{high:X2}FEEF"),
            (IPAddress.Parse($"ff02::1234:{number:x}"), "/proc/net/igmp6", $"ff02000000000000000000001234{number:x4}"),
        ];
        var joins = groups.Select(each => new UdpOptions.JoinMulticastGroup(each.Group, Loopback));

        var (listener, _) = Listen(CreateTestProbe(), new IPEndPoint(IPAddress.IPv6Any, 0), [.. joins]);
        Assert.All(groups, each => Assert.Contains(each.Entry, File.ReadAllText(each.List)));
        listener.Tell(Udp.Unbind.Instance, TestActor);

        ExpectMsg<Udp.Unbound>();
        Assert.All(groups, each => Assert.DoesNotContain(each.Entry, File.ReadAllText(each.List)));
    }

    [Fact]
    public void The_options_set_what_they_say_for_both_families()
    {
        var socket = new Recorder();
        Sender(
            socket,
            new UdpOptions.MulticastTimeToLive(7),
            new UdpOptions.MulticastLoopback(false),
            new UdpOptions.MulticastInterface(Loopback));

        Assert.Equal([7, 7], socket.Values(SocketOptionName.MulticastTimeToLive));
        Assert.Equal([0, 0], socket.Values(SocketOptionName.MulticastLoopback));
        Assert.Equal(Loopback, socket.Values(SocketOptionName.MulticastInterface)[1]);
    }

    [Fact]
    public void A_group_that_is_none_fails_the_bind()
    {
        var commander = CreateTestProbe();
        var join = new UdpOptions.JoinMulticastGroup(IPAddress.Parse("192.0.2.1"));

        EventFilter.Error(contains: "Failed to bind").ExpectOne(
            () => commander.Send(Manager, new Udp.Bind(CreateTestProbe(), AnyPort, [join])));

        commander.ExpectMsg<Udp.CommandFailed>();
    }

    [Fact]
    public void Options_refuse_what_is_out_of_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UdpOptions.MulticastTimeToLive(256));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UdpOptions.MulticastTimeToLive(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UdpOptions.MulticastInterface(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UdpOptions.JoinMulticastGroup(IPAddress.Any, -1));
    }

    private sealed class Recorder : Inet.DatagramChannelCreator
    {
        private Socket? _socket;

        public override Socket Create(AddressFamily addressFamily)
        {
            _socket = base.Create(addressFamily);
            _socket.DualMode = true;
            return _socket;
        }

        public int[] Values(SocketOptionName option) =>
        [
            (int)_socket!.GetSocketOption(SocketOptionLevel.IP, option)!,
            (int)_socket!.GetSocketOption(SocketOptionLevel.IPv6, option)!,
        ];
    }

    public sealed class OnEpoll() : UdpMulticastTests(Epoll);

    public sealed class OnPortable() : UdpMulticastTests(Portable);
}
