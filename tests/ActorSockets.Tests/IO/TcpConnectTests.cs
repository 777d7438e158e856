using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpConnectTests(string engine) : TcpTestKit(engine)
{
    [Fact]
    public void Tells_the_commander_the_real_end_points()
    {
        using var listener = RawPeer.Listen();
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Connect(listener.LocalEndPoint!));

        using var peer = listener.Accept();
        var connected = commander.ExpectMsg<Tcp.Connected>();
        Assert.Equal(peer.LocalEndPoint, connected.RemoteAddress);
        Assert.Equal(peer.RemoteEndPoint, connected.LocalAddress);
        ExpectSilence(commander);
    }

    [Fact]
    public void Carries_bytes_both_ways()
    {
        var (peer, connection, commander) = Connect();
        commander.Send(connection, new Tcp.Register(commander));

        commander.Send(connection, Write("ping"));
        Assert.Equal("ping", peer.Receive(4));
        peer.Send("pong");
        Assert.Equal("pong", Receive(commander, 4));
    }

    [Fact]
    public void Fails_once_with_the_cause_when_the_port_is_closed()
    {
        EndPoint closed;
        using (var listener = RawPeer.Listen())
        {
            closed = listener.LocalEndPoint!;
        }

        var commander = CreateTestProbe();
        var connect = new Tcp.Connect(closed);
        commander.Send(Manager, connect);

        var failed = commander.ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(connect, failed.Cmd);
        var cause = Assert.IsType<SocketException>(failed.Cause.Value);
        Assert.Equal(SocketError.ConnectionRefused, cause.SocketErrorCode);
        commander.Watch(commander.LastSender);
        commander.ExpectTerminated(commander.LastSender);
        ExpectSilence(commander);
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
        using var listener = RawPeer.Listen(IPAddress.Parse(address));
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;
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
        using var listener = RawPeer.Listen();
        var commander = CreateTestProbe();
        var local = new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0);

        commander.Send(Manager, new Tcp.Connect(listener.LocalEndPoint!, local));

        var connected = commander.ExpectMsg<Tcp.Connected>();
        Assert.Equal(local.Address, ((IPEndPoint)connected.LocalAddress).Address);
    }

    [Fact]
    public void Fails_with_the_cause_when_the_local_address_cannot_be_bound()
    {
        using var listener = RawPeer.Listen();
        var commander = CreateTestProbe();

        commander.Send(
            Manager,
            new Tcp.Connect(listener.LocalEndPoint!, new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0)));

        Assert.IsType<SocketException>(commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value);
    }

    [Fact]
    public void Fails_with_the_cause_when_an_option_throws_before_connecting()
    {
        using var listener = RawPeer.Listen();
        var commander = CreateTestProbe();

        commander.Send(
            Manager,
            new Tcp.Connect(listener.LocalEndPoint!, options: [new FailingOption(beforeConnect: true)]));

        Assert.Equal(FailingOption.Message, commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value?.Message);
    }

    [Fact]
    public void Fails_with_the_cause_and_closes_when_an_option_throws_after_connecting()
    {
        using var listener = RawPeer.Listen();
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Connect(listener.LocalEndPoint!, options: [new FailingOption(failures: 1)]));

        Assert.Equal(FailingOption.Message, commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value?.Message);
        using var peer = new RawPeer(listener.Accept());
        peer.ExpectEnd();
    }

    [Fact]
    public void Fails_when_connecting_takes_too_long()
    {
        // A backlog that is full: the kernel drops further SYNs, so that connecting goes on for ever.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        Hold(RawPeer.ConnectTo(listener.LocalEndPoint!));
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
    public void The_death_of_the_commander_gives_the_attempt_up_and_closes_the_socket()
    {
        using var listener = RawPeer.Listen();
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Connect(listener.LocalEndPoint!));

        // Before, while or after the connect is made: in every case nobody has registered.
        Sys.Stop(commander);

        if (listener.Poll(TimeSpan.FromSeconds(1), SelectMode.SelectRead))
        {
            using var peer = new RawPeer(listener.Accept());
            peer.ExpectGone();
        }
    }

    [Fact]
    public void Connects_to_IPv6()
    {
        using var listener = RawPeer.Listen(IPAddress.IPv6Loopback);
        var commander = CreateTestProbe();

        commander.Send(Manager, new Tcp.Connect(listener.LocalEndPoint!));

        Assert.Equal(listener.LocalEndPoint, commander.ExpectMsg<Tcp.Connected>().RemoteAddress);
    }

    public sealed class OnEpoll() : TcpConnectTests(Epoll);

    public sealed class OnPortable() : TcpConnectTests(Portable);
}
