using System.Net;
using Akka.Actor;
using Akka.IO;
using Dns = Akka.IO.Dns;

namespace ActorSockets.Tests.IO;

public abstract class UdpConnectedTests(string engine) : UdpTestKit(engine, HeldDns.Config)
{
    [Fact]
    public void Speaks_with_its_peer_and_hears_nobody_else()
    {
        var peer = Peer();
        var stranger = Peer();
        var handler = CreateTestProbe();
        var connection = Connect(handler, peer.EndPoint);

        connection.Tell(UdpConnected.Send.Create(Bytes("in ") + Bytes("pieces")));
        Assert.Equal("in pieces", peer.Receive(out var here));
        Assert.Equal(IPAddress.Loopback, here.Address);
        stranger.Send("let me in", here);
        peer.Send("one", here);
        peer.Send([], here);
        peer.Send(Random(65507), here);

        Assert.Equal("one", handler.ExpectMsg<UdpConnected.Received>().Data.ToString());
        Assert.Empty(handler.ExpectMsg<UdpConnected.Received>().Data);
        Assert.Equal(Random(65507), handler.ExpectMsg<UdpConnected.Received>().Data.ToArray());
        ExpectSilence(handler);
    }

    [Fact]
    public void Is_bound_to_the_local_address_that_is_asked_for()
    {
        var peer = Peer();
        var local = new DatagramPeer();
        local.Dispose();

        Connect(CreateTestProbe(), peer.EndPoint, local.EndPoint).Tell(UdpConnected.Send.Create(Bytes("hello")));

        peer.Receive(out var from);
        Assert.Equal(local.EndPoint, from);
    }

    [Fact]
    public void The_sender_of_a_send_is_told_by_whatever_object_it_chose()
    {
        var peer = Peer();
        var handler = CreateTestProbe();
        var connection = Connect(handler, peer.EndPoint);
        var sender = CreateTestProbe();

        sender.Send(connection, new UdpConnected.Send(Bytes("one"), "any object"));
        sender.Send(connection, new UdpConnected.Send(Bytes("two"), new UdpConnected.NoAck(2)));
        sender.Send(connection, new UdpConnected.Send(ByteString.Empty, "empty"));
        sender.Send(connection, new UdpConnected.Send(ByteString.FromBytes(new byte[65508]), "too long"));

        // What is known without asking the system overtakes.
        Assert.Equal(["any object", "empty"], new[] { sender.ExpectMsg<string>(), sender.ExpectMsg<string>() }.Order());
        sender.ExpectMsg<UdpConnected.CommandFailed>();
        Assert.Equal("one", peer.Receive());
        Assert.Equal("two", peer.Receive());
        ExpectSilence(sender);
        ExpectSilence(handler);
    }

    [Fact]
    public void A_peer_that_goes_away_and_comes_back_is_reached_again()
    {
        var gone = new DatagramPeer();
        var handler = CreateTestProbe();
        var connection = Connect(handler, gone.EndPoint);
        gone.Dispose();
        // News of the peer that is gone now wait for the next send.
        connection.Tell(UdpConnected.SuspendReading.Instance);

        for (var i = 0; i < 50; i++)
        {
            connection.Tell(new UdpConnected.Send(Bytes("is anybody there?"), i), TestActor);
            Assert.Equal(i, ExpectMsg<int>());
        }

        connection.Tell(UdpConnected.ResumeReading.Instance);
        var back = Peer(port: gone.EndPoint.Port);
        connection.Tell(new UdpConnected.Send(Bytes("welcome back"), "sent"), TestActor);
        ExpectMsg("sent");
        Assert.Equal("welcome back", back.Receive(out var from));
        back.Send("thank you", from);
        Assert.Equal("thank you", handler.ExpectMsg<UdpConnected.Received>().Data.ToString());
    }

    [Fact]
    public void Disconnecting_is_answered_when_the_socket_is_closed()
    {
        var peer = Peer();
        var connection = Connect(CreateTestProbe(), peer.EndPoint);
        connection.Tell(UdpConnected.Send.Create(Bytes("hello")));
        peer.Receive(out var here);
        Watch(connection);

        connection.Tell(UdpConnected.Send.Create(Bytes("farewell")));
        connection.Tell(UdpConnected.Disconnect.Instance, TestActor);

        ExpectMsg<UdpConnected.Disconnected>();
        Peer(port: here.Port);
        ExpectTerminated(connection);
        Assert.Equal("farewell", peer.Receive());
    }

    [Fact]
    public void The_death_of_the_handler_closes_the_socket()
    {
        var handler = CreateTestProbe();
        var connection = Connect(handler, Peer().EndPoint);
        Watch(connection);

        Sys.Stop(handler);

        ExpectTerminated(connection);
    }

    [Fact]
    public void Nothing_comes_while_reading_is_suspended_and_nothing_is_lost()
    {
        var peer = Peer();
        var handler = CreateTestProbe();
        var connection = Connect(handler, peer.EndPoint);
        connection.Tell(UdpConnected.Send.Create(Bytes("hello")));
        peer.Receive(out var here);
        connection.Tell(UdpConnected.SuspendReading.Instance);
        Barrier(connection);

        peer.Send("one", here);
        peer.Send("two", here);

        ExpectSilence(handler);
        connection.Tell(UdpConnected.ResumeReading.Instance);
        Assert.Equal("one", handler.ExpectMsg<UdpConnected.Received>().Data.ToString());
        Assert.Equal("two", handler.ExpectMsg<UdpConnected.Received>().Data.ToString());
    }

    [Fact]
    public void Connects_to_a_name_at_the_first_address_that_works()
    {
        var peer = Peer();
        var commander = CreateTestProbe();
        commander.Send(
            ConnectedManager,
            new UdpConnected.Connect(CreateTestProbe(), new DnsEndPoint("here", peer.EndPoint.Port)));
        ReleaseOnce();

        commander.ExpectMsg<UdpConnected.Connected>();
        commander.LastSender.Tell(UdpConnected.Send.Create(Bytes("found you")));
        Assert.Equal("found you", peer.Receive());
    }

    [Fact]
    public void The_commander_is_answered_when_the_handler_dies_before_the_name_is_known()
    {
        var commander = CreateTestProbe();
        var handler = CreateTestProbe();
        commander.Send(ConnectedManager, new UdpConnected.Connect(handler, new DnsEndPoint("here", 9)));

        Sys.Stop(handler);

        commander.ExpectMsg<UdpConnected.CommandFailed>();
        ExpectNotLogged(EventFilter.DeadLetter<Dns.Resolved>(), ReleaseOnce);
        ExpectSilence(commander);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("a local address of the other family")]
    [InlineData("broadcast")]
    public void What_cannot_be_connected_fails_once(string why)
    {
        var commander = CreateTestProbe();
        EndPoint remote = why switch
        {
            "nowhere" => new DnsEndPoint("nowhere", 9),
            "broadcast" => new IPEndPoint(IPAddress.Broadcast, 9),
            _ => AnyPort,
        };
        var local = why == "broadcast" ? null : new IPEndPoint(IPAddress.IPv6Loopback, 0);
        var connect = new UdpConnected.Connect(CreateTestProbe(), remote, local);

        commander.Send(ConnectedManager, connect);
        if (remote is DnsEndPoint)
        {
            ReleaseOnce();
        }

        Assert.Same(connect, commander.ExpectMsg<UdpConnected.CommandFailed>().Cmd);
        Watch(commander.LastSender);
        ExpectTerminated(commander.LastSender);
        ExpectSilence(commander);
    }

    /// <summary>As soon as the question has been asked.</summary>
    private void ReleaseOnce()
    {
        AwaitAssert(() =>
        {
            var probe = CreateTestProbe();
            Dns.Instance.Apply(Sys).Manager.Tell("count", probe);
            Assert.Equal(1, probe.ExpectMsg<int>());
        });
        Dns.Instance.Apply(Sys).Manager.Tell("release");
    }

    public sealed class OnEpoll() : UdpConnectedTests(Epoll);

    public sealed class OnPortable() : UdpConnectedTests(Portable);
}
