using System.Net;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class UdpBindTests(string engine) : UdpTestKit(engine)
{
    [Fact]
    public void Tells_the_commander_the_real_port_when_bound_to_port_0()
    {
        var handler = CreateTestProbe();

        var (_, endPoint) = Listen(handler);

        Assert.NotEqual(0, endPoint.Port);
        Assert.Equal(IPAddress.Loopback, endPoint.Address);
        ExpectSilence(handler);
    }

    [Fact]
    public void Tells_the_commander_once_and_logs_an_error_when_the_port_is_taken()
    {
        var taken = Peer();
        var commander = CreateTestProbe();
        var bind = new Udp.Bind(CreateTestProbe(), taken.EndPoint);

        EventFilter.Error(contains: "Failed to bind").ExpectOne(() => commander.Send(Manager, bind));

        Assert.Same(bind, commander.ExpectMsg<Udp.CommandFailed>().Cmd);
        Watch(commander.LastSender);
        ExpectTerminated(commander.LastSender);
        ExpectSilence(commander);
    }

    [Fact]
    public void Fails_when_the_end_point_is_of_a_kind_that_cannot_be_bound()
    {
        var commander = CreateTestProbe();

        commander.Send(Manager, new Udp.Bind(CreateTestProbe(), new DnsEndPoint("localhost", 0)));

        commander.ExpectMsg<Udp.CommandFailed>();
    }

    [Fact]
    public void An_IPv6_socket_tells_IPv6_addresses()
    {
        var handler = CreateTestProbe();
        var peer = Peer(IPAddress.IPv6Loopback);

        var (_, endPoint) = Listen(handler, new IPEndPoint(IPAddress.IPv6Loopback, 0));
        peer.Send("six", endPoint);

        Assert.Equal(IPAddress.IPv6Loopback, endPoint.Address);
        Assert.Equal(peer.EndPoint, handler.ExpectMsg<Udp.Received>().Sender);
    }

    [Fact]
    public void Serves_IPv4_peers_by_their_own_address_when_bound_to_every_IPv6_address()
    {
        var handler = CreateTestProbe();
        var (listener, endPoint) = Listen(handler, new IPEndPoint(IPAddress.IPv6Any, 0));
        Assert.Equal(IPAddress.IPv6Any, endPoint.Address);

        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        {
            var peer = Peer(address);
            peer.Send("hello", new IPEndPoint(address, endPoint.Port));

            var received = handler.ExpectMsg<Udp.Received>();
            Assert.Equal(peer.EndPoint, received.Sender);
            listener.Tell(To(received.Sender, "and to you"));
            Assert.Equal("and to you", peer.Receive());
        }
    }

    [Fact]
    public void Unbinding_is_answered_when_the_port_is_free()
    {
        var (listener, endPoint) = Listen(CreateTestProbe());
        var sender = CreateTestProbe();
        Watch(listener);

        sender.Send(listener, Udp.Unbind.Instance);

        sender.ExpectMsg<Udp.Unbound>();
        Peer(port: endPoint.Port);
        ExpectTerminated(listener);
    }

    [Fact]
    public void The_death_of_the_handler_frees_the_port_and_tells_nobody()
    {
        var commander = CreateTestProbe();
        var handler = CreateTestProbe();
        commander.Send(Manager, new Udp.Bind(handler, AnyPort));
        var bound = (IPEndPoint)commander.ExpectMsg<Udp.Bound>().LocalAddress;
        Watch(commander.LastSender);

        ExpectNotLogged(EventFilter.Error(), () => Sys.Stop(handler));

        ExpectTerminated(commander.LastSender);
        Peer(port: bound.Port);
        ExpectSilence(commander);
    }

    [Fact]
    public void Fails_without_a_trace_when_the_handler_is_dead_already()
    {
        var handler = CreateTestProbe();
        Watch(handler);
        Sys.Stop(handler);
        ExpectTerminated(handler);

        var (listener, endPoint) = Listen(handler);

        Watch(listener);
        ExpectTerminated(listener);
        Peer(port: endPoint.Port);
    }

    [Fact]
    public void Its_own_death_frees_the_port()
    {
        var (listener, endPoint) = Listen(CreateTestProbe());
        Watch(listener);

        listener.Tell(PoisonPill.Instance);

        ExpectTerminated(listener);
        Peer(port: endPoint.Port);
    }

    [Fact]
    public void A_stray_message_is_logged_by_its_type_and_disturbs_no_socket()
    {
        var handler = CreateTestProbe();
        var (_, endPoint) = Listen(handler);
        var (listener, _) = Listen(CreateTestProbe());

        EventFilter.Error(contains: "of type Unbind ").ExpectOne(() => Manager.Tell(Udp.Unbind.Instance));
        EventFilter.Error(contains: "of type Bind ").ExpectOne(
            () => ConnectedManager.Tell(new Udp.Bind(CreateTestProbe(), AnyPort)));
        listener.Tell("what is this?");

        Peer().Send("still here", endPoint);
        Assert.Equal("still here", Text(handler.ExpectMsg<Udp.Received>()));
        Assert.Equal(Manager.Path, listener.Path.Parent);
    }

    [Fact]
    public void A_handler_on_an_IO_thread_has_its_socket_served_there()
    {
        var dispatchers = Enumerable.Range(0, 2).Select(_ => SocketIO.DispatcherOf(Listen(TestActor).Listener));

        foreach (var dispatcher in dispatchers.Concat(dispatchers).ToArray())
        {
            var handler = Sys.ActorOf(Props.Create(() => new Idle()).WithDispatcher(dispatcher));
            var (listener, endPoint) = Listen(handler);
            Assert.Equal(dispatcher, SocketIO.DispatcherOf(listener));
            Assert.Equal(dispatcher, SocketIO.DispatcherOf(Connect(handler, endPoint)));
        }
    }

    private sealed class Idle : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            // It is only here to be somewhere.
        }
    }

    public sealed class OnEpoll() : UdpBindTests(Epoll);

    public sealed class OnPortable() : UdpBindTests(Portable);
}
