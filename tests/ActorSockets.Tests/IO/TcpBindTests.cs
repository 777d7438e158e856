using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpBindTests(string engine) : TcpTestKit(engine)
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
    public void Tells_the_commander_once_and_logs_an_error_when_the_port_is_taken()
    {
        using var taken = RawPeer.Listen();
        var commander = CreateTestProbe();
        var bind = new Tcp.Bind(CreateTestProbe(), taken.LocalEndPoint!);

        EventFilter.Error(contains: "Bind failed").ExpectOne(() => commander.Send(Manager, bind));

        var failed = commander.ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(bind, failed.Cmd);
        Assert.IsType<SocketException>(failed.Cause.Value);
        Watch(commander.LastSender);
        ExpectTerminated(commander.LastSender);
        ExpectSilence(commander);
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
    public void Tells_the_handler_of_each_accepted_connection_with_its_end_points()
    {
        var handler = CreateTestProbe();
        var (_, endPoint) = Bind(handler);

        for (var i = 0; i < 30; i++)
        {
            var peer = Hold(RawPeer.ConnectTo(endPoint));

            var connected = handler.ExpectMsg<Tcp.Connected>();
            Assert.Equal(peer.Local, connected.RemoteAddress);
            Assert.Equal(peer.Remote, connected.LocalAddress);
        }
    }

    [Fact]
    public void Accepts_on_every_address_and_tells_the_real_ones()
    {
        var handler = CreateTestProbe();
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Bind(handler, new IPEndPoint(IPAddress.Any, 0)));
        var port = ((IPEndPoint)commander.ExpectMsg<Tcp.Bound>().LocalAddress).Port;

        var peer = Hold(RawPeer.ConnectTo(new IPEndPoint(IPAddress.Loopback, port)));

        Assert.Equal(peer.Remote, handler.ExpectMsg<Tcp.Connected>().LocalAddress);
    }

    [Fact]
    public void Serves_IPv4_peers_by_their_own_address_when_bound_to_every_IPv6_address()
    {
        var handler = CreateTestProbe();
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Bind(handler, new IPEndPoint(IPAddress.IPv6Any, 0)));
        var port = ((IPEndPoint)commander.ExpectMsg<Tcp.Bound>().LocalAddress).Port;

        var four = Hold(RawPeer.ConnectTo(new IPEndPoint(IPAddress.Loopback, port)));
        var connected = handler.ExpectMsg<Tcp.Connected>();
        Assert.Equal(four.Local, connected.RemoteAddress);
        Assert.Equal(four.Remote, connected.LocalAddress);

        var six = Hold(RawPeer.ConnectTo(new IPEndPoint(IPAddress.IPv6Loopback, port)));
        Assert.Equal(six.Local, handler.ExpectMsg<Tcp.Connected>().RemoteAddress);
    }

    [Fact]
    public void Deals_connections_out_to_all_threads()
    {
        var dispatchers = Enumerable.Range(0, 4).Select(_ => SocketIO.DispatcherOf(Serve().Connection));

        Assert.Equal(
            ["actorsockets-io-thread-0", "actorsockets-io-thread-1"],
            dispatchers.Distinct().Order());
    }

    [Fact]
    public void Unbinding_is_answered_frees_the_port_and_leaves_connections_alone()
    {
        var served = Serve();
        var sender = CreateTestProbe();
        Watch(served.Listener);

        sender.Send(served.Listener, Tcp.Unbind.Instance);

        sender.ExpectMsg<Tcp.Unbound>();
        ExpectTerminated(served.Listener);
        Assert.Throws<SocketException>(() => RawPeer.ConnectTo(served.Peer.Remote));
        using var rebound = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        rebound.Bind(served.Peer.Remote);
        served.Peer.Send("alive");
        Assert.Equal("alive", Receive(served.Handler, 5));
        served.Connection.Tell(Write("still"));
        Assert.Equal("still", served.Peer.Receive(5));
    }

    [Fact]
    public void The_death_of_the_bind_handler_closes_the_port_and_leaves_registered_connections_alone()
    {
        var served = Serve();
        Watch(served.Listener);

        Sys.Stop(served.BindHandler);

        ExpectTerminated(served.Listener);
        Assert.Throws<SocketException>(() => RawPeer.ConnectTo(served.Peer.Remote));
        served.Peer.Send("alive");
        Assert.Equal("alive", Receive(served.Handler, 5));
    }

    [Fact]
    public void The_death_of_the_listener_closes_the_port_and_leaves_connections_alone()
    {
        var served = Serve();
        Watch(served.Listener);

        served.Listener.Tell(PoisonPill.Instance);

        ExpectTerminated(served.Listener);
        Assert.Throws<SocketException>(() => RawPeer.ConnectTo(served.Peer.Remote));
        served.Peer.Send("alive");
        Assert.Equal("alive", Receive(served.Handler, 5));
    }

    [Fact]
    public void Accepts_nothing_in_pull_mode_before_it_is_asked_to()
    {
        var handler = CreateTestProbe();
        var (listener, endPoint) = Bind(handler, pullMode: true);
        for (var i = 0; i < 5; i++)
        {
            Hold(RawPeer.ConnectTo(endPoint));
        }

        ExpectSilence(handler);
        listener.Tell(new Tcp.ResumeAccepting(2));

        handler.ExpectMsg<Tcp.Connected>();
        handler.ExpectMsg<Tcp.Connected>();
        ExpectSilence(handler);
    }

    [Fact]
    public void Resuming_to_accept_sets_the_allowance_and_does_not_add_to_it()
    {
        var handler = CreateTestProbe();
        var (listener, endPoint) = Bind(handler, pullMode: true);
        listener.Tell(new Tcp.ResumeAccepting(5));
        listener.Tell(new Tcp.ResumeAccepting(1));
        Barrier(listener);

        for (var i = 0; i < 3; i++)
        {
            Hold(RawPeer.ConnectTo(endPoint));
        }

        handler.ExpectMsg<Tcp.Connected>();
        ExpectSilence(handler);
    }

    [Fact]
    public void A_connection_that_an_option_cannot_be_set_on_is_closed_with_a_warning_and_the_next_is_served()
    {
        var handler = CreateTestProbe();
        var option = new FailingOption(failures: 1);
        var (_, endPoint) = Bind(handler, false, option);

        EventFilter.Warning(contains: "Could not set up the connection").ExpectOne(() =>
        {
            var refused = Hold(RawPeer.ConnectTo(endPoint));
            refused.ExpectEnd();
        });

        Hold(RawPeer.ConnectTo(endPoint));
        handler.ExpectMsg<Tcp.Connected>();
    }

    public sealed class OnEpoll() : TcpBindTests(Epoll);

    public sealed class OnPortable() : TcpBindTests(Portable);
}
