using System.Net;
using Akka.Actor;
using Akka.IO;
using Dns = Akka.IO.Dns;

namespace ActorSockets.Tests.IO;

public abstract class UdpSendTests(string engine)
    : UdpTestKit(engine, HeldDns.Config + "\nactorsockets.io.udp.max-unsent-bytes = 10000")
{
    [Fact]
    public void The_sender_of_a_send_is_told_and_nobody_else()
    {
        var handler = CreateTestProbe();
        var (listener, endPoint) = Listen(handler);
        var peer = Peer();
        var sender = CreateTestProbe();

        sender.Send(listener, To(peer.EndPoint, "one", new Sent(1)));
        sender.Send(listener, To(peer.EndPoint, "two"));
        sender.Send(listener, To(peer.EndPoint, "three", new Sent(3)));

        Assert.Equal(["one", "two", "three"], [peer.Receive(out var from), peer.Receive(), peer.Receive()]);
        Assert.Equal(endPoint, from);
        Assert.Equal(1, sender.ExpectMsg<Sent>().Number);
        Assert.Equal(3, sender.ExpectMsg<Sent>().Number);
        Assert.Equal(listener, sender.LastSender);
        ExpectSilence(handler);
        ExpectSilence(sender);
    }

    [Fact]
    public void Sends_without_binding()
    {
        var handler = CreateTestProbe();
        var (_, endPoint) = Listen(handler);

        var sender = Sender();
        sender.Tell(To(endPoint, "to infinity"));
        sender.Tell(To(endPoint, "and beyond"));

        var received = handler.ExpectMsg<Udp.Received>();
        Assert.Equal("to infinity", Text(received));
        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)received.Sender).Address);
        Assert.Equal("and beyond", Text(handler.ExpectMsg<Udp.Received>()));
        var six = Peer(IPAddress.IPv6Loopback);
        sender.Tell(To(six.EndPoint, "and to the other family"));
        Assert.Equal("and to the other family", six.Receive());
    }

    [Fact]
    public void A_payload_in_pieces_is_one_datagram()
    {
        var peer = Peer();
        var payload = Bytes("one") + Bytes("datagram") + Bytes("only");

        Sender().Tell(Udp.Send.Create(payload, peer.EndPoint));

        Assert.Equal("onedatagramonly", peer.Receive());
    }

    [Fact]
    public void An_empty_payload_is_acknowledged_and_not_sent()
    {
        var peer = Peer();
        var sender = Sender();

        sender.Tell(new Udp.Send(ByteString.Empty, peer.EndPoint, new Sent(1)), TestActor);
        sender.Tell(new Udp.Send(ByteString.Empty, peer.EndPoint, new Udp.NoAck(42)), TestActor);
        sender.Tell(To(peer.EndPoint, "full"), TestActor);

        ExpectMsg<Sent>();
        Assert.Equal("full", peer.Receive());
        ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void The_longest_datagram_goes_and_a_longer_one_fails_and_both_leave_the_socket_working()
    {
        var peer = Peer();
        var sender = Sender();
        var longest = Random(65507);

        foreach (var size in new[] { 65508, 65535, 65536, 200_000 })
        {
            var tooLong = Udp.Send.Create(ByteString.FromBytes(new byte[size]), peer.EndPoint);
            sender.Tell(tooLong, TestActor);
            Assert.Same(tooLong, ExpectMsg<Udp.CommandFailed>().Cmd);
        }

        sender.Tell(new Udp.Send(ByteString.FromBytes(longest), peer.EndPoint, new Sent(1)), TestActor);
        ExpectMsg<Sent>();
        Assert.Equal(longest, peer.ReceiveBytes(out _));
    }

    [Fact]
    public void What_cannot_be_sent_fails_and_what_comes_before_and_behind_it_goes()
    {
        var peer = Peer();
        var (listener, _) = Listen(CreateTestProbe());
        EndPoint[] unreachable = [new IPEndPoint(IPAddress.Loopback, 0), new IPEndPoint(IPAddress.IPv6Loopback, 9)];

        listener.Tell(To(peer.EndPoint, "before"), TestActor);
        foreach (var target in unreachable)
        {
            listener.Tell(To(target, "lost"), TestActor);
        }

        listener.Tell(To(peer.EndPoint, "behind", new Sent(1)), TestActor);

        Assert.Equal("before", peer.Receive());
        Assert.Equal("behind", peer.Receive());
        // One of them is known to fail before it is tried, so they may change places.
        var targets = ReceiveN(3).OfType<Udp.CommandFailed>().Select(failed => ((Udp.Send)failed.Cmd).Target);
        Assert.Equal(unreachable.Select(target => $"{target}").Order(), targets.Select(target => $"{target}").Order());
    }

    [Fact]
    public void Broadcast_is_refused_unless_an_option_allows_it()
    {
        var everyone = new IPEndPoint(IPAddress.Parse("127.255.255.255"), Peer(IPAddress.Any).EndPoint.Port);

        Sender().Tell(To(everyone, "hello all"), TestActor);
        ExpectMsg<Udp.CommandFailed>();

        Sender(new Udp.SO.Broadcast(true)).Tell(To(everyone, "hello all", new Sent(1)), TestActor);
        ExpectMsg<Sent>();
    }

    [Fact]
    public void A_send_to_a_name_waits_for_its_address_and_holds_nobody_up()
    {
        var peer = Peer();
        var sender = Sender();
        var name = new DnsEndPoint("here", peer.EndPoint.Port);

        sender.Tell(To(name, "first to the name", new Sent(1)), TestActor);
        sender.Tell(To(name, "second to the name", new Sent(2)), TestActor);
        sender.Tell(To(peer.EndPoint, "to the address"), TestActor);

        Assert.Equal("to the address", peer.Receive());
        Release();
        Assert.Equal("first to the name", peer.Receive());
        Assert.Equal("second to the name", peer.Receive());
        Assert.Equal(1, ExpectMsg<Sent>().Number);
        Assert.Equal(2, ExpectMsg<Sent>().Number);
    }

    [Fact]
    public void A_name_that_has_no_address_fails_its_sends_and_the_socket_goes_on()
    {
        var peer = Peer();
        var sender = Sender();

        sender.Tell(To(new DnsEndPoint("nowhere", 9), "lost"), TestActor);
        sender.Tell(To(new DnsEndPoint("nowhere", 10), "lost as well"), TestActor);
        Barrier(sender);
        Release();

        ExpectMsg<Udp.CommandFailed>();
        ExpectMsg<Udp.CommandFailed>();
        sender.Tell(To(peer.EndPoint, "goes on"));
        Assert.Equal("goes on", peer.Receive());
    }

    [Fact]
    public void More_than_may_wait_is_refused_and_room_comes_back()
    {
        var peer = Peer();
        var sender = Sender();
        var name = new DnsEndPoint("here", peer.EndPoint.Port);
        var large = new string('x', 9000);

        sender.Tell(To(name, large, new Sent(1)), TestActor);
        sender.Tell(To(name, large, new Sent(2)), TestActor);
        sender.Tell(To(name, "small", new Sent(3)), TestActor);

        Assert.Equal(2, ((Sent)((Udp.Send)ExpectMsg<Udp.CommandFailed>().Cmd).Ack).Number);
        Release();
        Assert.Equal(1, ExpectMsg<Sent>().Number);
        Assert.Equal(3, ExpectMsg<Sent>().Number);
        sender.Tell(To(peer.EndPoint, large, new Sent(4)), TestActor);
        Assert.Equal(4, ExpectMsg<Sent>().Number);
    }

    [Fact]
    public void What_was_sent_before_the_end_goes_out_and_what_waits_for_a_name_fails()
    {
        var peer = Peer();
        var (listener, _) = Listen(CreateTestProbe());
        var sender = Sender();

        listener.Tell(To(peer.EndPoint, "farewell"), TestActor);
        listener.Tell(Udp.Unbind.Instance, TestActor);
        ExpectMsg<Udp.Unbound>();
        Assert.Equal("farewell", peer.Receive());

        sender.Tell(To(new DnsEndPoint("here", 9), "never"), TestActor);
        sender.Tell(To(peer.EndPoint, "adieu"), TestActor);
        sender.Tell(PoisonPill.Instance);
        Assert.Equal("adieu", peer.Receive());
        ExpectMsg<Udp.CommandFailed>();
    }

    private void Release() => Dns.Instance.Apply(Sys).Manager.Tell("release");

    public sealed class OnEpoll() : UdpSendTests(Epoll);

    public sealed class OnPortable() : UdpSendTests(Portable);
}
