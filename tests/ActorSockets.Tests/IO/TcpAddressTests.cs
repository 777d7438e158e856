using System.Net;
using System.Net.Sockets;
using ActorSockets.Tests.IO.Wires;
using Akka.IO;

namespace ActorSockets.Tests.IO;

/// <summary>What only IP has: ports, families, names, and peers that do not answer.</summary>
public abstract class TcpAddressTests(string engine) : TcpTestKit(engine)
{
    [Fact]
    public void Tells_the_commander_the_real_port_when_bound_to_port_0()
    {
        var commander = CreateTestProbe();
        var handler = CreateTestProbe();

        commander.Send(Manager, new Tcp.Bind(handler, new IPEndPoint(IPAddress.Loopback, 0)));

        var bound = (IPEndPoint)commander.ExpectMsg<Tcp.Bound>().LocalAddress;
        Assert.NotEqual(0, bound.Port);
        Assert.Equal(IPAddress.Loopback, bound.Address);
        ExpectSilence(handler);
    }

    [Fact]
    public void Fails_when_the_address_is_not_of_this_machine()
    {
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Bind(CreateTestProbe(), new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0)));

        Assert.True(commander.ExpectMsg<Tcp.CommandFailed>().Cause.HasValue);
    }

    [Fact]
    public void Fails_when_the_end_point_is_of_a_kind_that_cannot_be_bound()
    {
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Bind(CreateTestProbe(), new DnsEndPoint("localhost", 0)));

        Assert.IsType<NotSupportedException>(commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value);
    }

    [Fact]
    public void Accepts_on_every_address_and_tells_the_real_ones()
    {
        var handler = CreateTestProbe();
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Bind(handler, new IPEndPoint(IPAddress.Any, 0)));
        var port = ((IPEndPoint)commander.ExpectMsg<Tcp.Bound>().LocalAddress).Port;

        var peer = Hold(Wire.Connect(new IPEndPoint(IPAddress.Loopback, port)));

        Assert.Equal(peer.Remote, handler.ExpectMsg<Tcp.Connected>().LocalAddress);
    }

    [Fact]
    public void Serves_IPv4_peers_by_their_own_address_when_bound_to_every_IPv6_address()
    {
        var handler = CreateTestProbe();
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Bind(handler, new IPEndPoint(IPAddress.IPv6Any, 0)));
        var port = ((IPEndPoint)commander.ExpectMsg<Tcp.Bound>().LocalAddress).Port;

        var four = Hold(Wire.Connect(new IPEndPoint(IPAddress.Loopback, port)));
        var connected = handler.ExpectMsg<Tcp.Connected>();
        Assert.Equal(four.Local, connected.RemoteAddress);
        Assert.Equal(four.Remote, connected.LocalAddress);

        var six = Hold(Wire.Connect(new IPEndPoint(IPAddress.IPv6Loopback, port)));
        Assert.Equal(six.Local, handler.ExpectMsg<Tcp.Connected>().RemoteAddress);
    }

    [Fact]
    public void Fails_once_when_the_name_cannot_be_resolved()
    {
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Connect(new DnsEndPoint("fake", 1234)));

        Assert.True(commander.ExpectMsg<Tcp.CommandFailed>().Cause.HasValue);
        ExpectSilence(commander);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void Resolves_localhost_for_listeners_of_both_families(string address)
    {
        using var listener = SocketListener.On(new IPEndPoint(IPAddress.Parse(address), 0));
        var port = ((IPEndPoint)listener.EndPoint).Port;
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Connect(new DnsEndPoint("localhost", port)));

        commander.ExpectMsg<Tcp.Connected>();
    }

    [Fact]
    public void Does_not_connect_to_an_address_that_nobody_has()
    {
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Connect(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 666)));

        // A router may say that there is no such host: a failure is fine too.
        var message = commander.ReceiveOne(TimeSpan.FromSeconds(1));
        Assert.IsNotType<Tcp.Connected>(message);
    }

    [Fact]
    public void Binds_to_the_local_address()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();
        var local = new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0);

        commander.Send(Manager, new Tcp.Connect(listener.EndPoint, local));

        var connected = commander.ExpectMsg<Tcp.Connected>();
        Assert.Equal(local.Address, ((IPEndPoint)connected.LocalAddress).Address);
    }

    [Fact]
    public void Fails_with_the_cause_when_the_local_address_cannot_be_bound()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();

        commander.Send(
            Manager,
            new Tcp.Connect(listener.EndPoint, new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0)));

        Assert.IsType<SocketException>(commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value);
    }

    [Fact]
    public void Fails_when_connecting_takes_too_long()
    {
        // A backlog that is full: the kernel drops further SYNs, so that connecting goes on for ever.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        Hold(Wire.Connect(listener.LocalEndPoint!));
        var filling = Hold(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        filling.Blocking = false;
        Assert.ThrowsAny<SocketException>(() => filling.Connect(listener.LocalEndPoint!));
        var commander = CreateTestProbe();

        commander.Send(
            Manager,
            new Tcp.Connect(listener.LocalEndPoint!, timeout: TimeSpan.FromMilliseconds(300)));

        Assert.IsType<TimeoutException>(commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value);
        commander.Watch(commander.LastSender);
        commander.ExpectTerminated(commander.LastSender);
    }

    [Fact]
    public void Connects_to_IPv6()
    {
        using var listener = SocketListener.On(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Connect(listener.EndPoint));

        Assert.Equal(listener.EndPoint, commander.ExpectMsg<Tcp.Connected>().RemoteAddress);
    }

    public sealed class OnEpoll() : TcpAddressTests(Epoll);

    public sealed class OnPortable() : TcpAddressTests(Portable);
}
