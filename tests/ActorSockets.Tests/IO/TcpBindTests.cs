using System.Net;
using System.Net.Sockets;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpBindTests(string engine, Wire? wire = null) : TcpTestKit(engine, wire)
{
    [Fact]
    public void Tells_the_commander_once_and_logs_an_error_when_the_end_point_is_taken()
    {
        var (_, taken) = Bind(CreateTestProbe());
        var commander = CreateTestProbe();
        var bind = BindTo(CreateTestProbe(), taken);

        EventFilter.Error(contains: "Bind failed").ExpectOne(() => commander.Send(Manager, bind));

        var failed = commander.ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(bind, failed.Cmd);
        Assert.IsType<SocketException>(failed.Cause.Value);
        Watch(commander.LastSender);
        ExpectTerminated(commander.LastSender);
        ExpectSilence(commander);
    }

    [Fact]
    public async Task Tells_the_handler_of_each_accepted_connection_with_its_end_points()
    {
        var handler = CreateTestProbe();
        var (_, endPoint) = Bind(handler);

        for (var i = 0; i < 30; i++)
        {
            EndPoint? local = null;
            var connecting = Wire.ConnectAsync(endPoint, announced => local = announced);
            var peer = Hold(await connecting.WaitAsync(RawPeer.Bound));

            var connected = handler.ExpectMsg<Tcp.Connected>();
            Assert.Equal(local, connected.RemoteAddress);
            Assert.Equal(peer.Remote, connected.LocalAddress);
        }
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
    public void Unbinding_is_answered_frees_the_end_point_and_leaves_connections_alone()
    {
        var served = Serve();
        var sender = CreateTestProbe();
        Watch(served.Listener);

        sender.Send(served.Listener, Tcp.Unbind.Instance);

        sender.ExpectMsg<Tcp.Unbound>();
        ExpectTerminated(served.Listener);
        Assert.Throws<SocketException>(() => Wire.Connect(served.EndPoint));
        sender.Send(Manager, BindTo(sender, served.EndPoint));
        sender.ExpectMsg<Tcp.Bound>();
        served.Peer.Send("alive");
        Assert.Equal("alive", Receive(served.Handler, 5));
        served.Connection.Tell(Write("still"));
        Assert.Equal("still", served.Peer.Receive(5));
    }

    [Fact]
    public void The_death_of_the_bind_handler_closes_the_end_point_and_leaves_registered_connections_alone()
    {
        var served = Serve();
        Watch(served.Listener);

        Sys.Stop(served.BindHandler);

        ExpectTerminated(served.Listener);
        Assert.Throws<SocketException>(() => Wire.Connect(served.EndPoint));
        served.Peer.Send("alive");
        Assert.Equal("alive", Receive(served.Handler, 5));
    }

    [Fact]
    public void The_death_of_the_listener_closes_the_end_point_and_leaves_connections_alone()
    {
        var served = Serve();
        Watch(served.Listener);

        served.Listener.Tell(PoisonPill.Instance);

        ExpectTerminated(served.Listener);
        Assert.Throws<SocketException>(() => Wire.Connect(served.EndPoint));
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
            Hold(Wire.Connect(endPoint));
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
            Hold(Wire.Connect(endPoint));
        }

        handler.ExpectMsg<Tcp.Connected>();
        ExpectSilence(handler);
    }

    public sealed class OnEpoll() : TcpBindTests(Epoll);

    public sealed class OnPortable() : TcpBindTests(Portable);

    public sealed class OnUnix() : TcpBindTests(Epoll, new UnixWire());

    public sealed class OnUnixPortable() : TcpBindTests(Portable, new UnixWire());

    public sealed class InMemory() : TcpBindTests(Epoll, new MemoryWire());
}
