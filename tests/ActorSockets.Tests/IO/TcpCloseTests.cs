using ActorSockets.Tests.IO.Tls;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpCloseTests(string engine, Wire? wire = null) : TcpTestKit(engine, wire)
{
    // More than the kernel takes for a peer that does not read.
    private const int Blocking = 20_000_000;

    [Fact]
    public void Closing_is_told_once_to_a_handler_that_asks_for_it()
    {
        var served = Serve();
        Watch(served.Connection);

        served.Handler.Send(served.Connection, Tcp.Close.Instance);

        served.Handler.ExpectMsg<Tcp.Closed>();
        ExpectTerminated(served.Connection);
        served.Peer.ExpectEnd();
        ExpectSilence(served.Handler);
    }

    [Fact]
    public void Closing_is_told_to_handler_and_sender()
    {
        var served = Serve();
        var sender = CreateTestProbe();

        sender.Send(served.Connection, Tcp.Close.Instance);

        served.Handler.ExpectMsg<Tcp.Closed>();
        sender.ExpectMsg<Tcp.Closed>();
    }

    [Fact]
    public void Closing_sends_everything_written_before_and_acknowledges_it_first()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, WriteOf(Blocking, new Ack(1)));
        served.Handler.Send(served.Connection, Write("second", new Ack(2)));
        served.Handler.Send(served.Connection, Write("third", new Ack(3)));

        served.Handler.Send(served.Connection, Tcp.Close.Instance);
        ExpectSilence(served.Handler);
        var all = served.Peer.ReceiveToEnd();

        Assert.Equal(Blocking + 11, all.Length);
        Assert.Equal("secondthird"u8.ToArray(), all[Blocking..]);
        served.Handler.ExpectMsg(new Ack(1));
        served.Handler.ExpectMsg(new Ack(2));
        served.Handler.ExpectMsg(new Ack(3));
        served.Handler.ExpectMsg<Tcp.Closed>();
    }

    [Fact]
    public void Closing_loses_nothing_when_the_peer_has_sent_what_nobody_has_read()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, Tcp.SuspendReading.Instance);
        served.Peer.Send(Random(200_000));
        var bytes = Random(1_000_000);

        served.Handler.Send(served.Connection, Tcp.Write.Create(ByteString.FromBytes(bytes)));
        served.Handler.Send(served.Connection, Tcp.Close.Instance);

        Assert.Equal(bytes, served.Peer.ReceiveToEnd());
    }

    [Fact]
    public void A_handler_that_stops_right_after_its_close_command_loses_nothing()
    {
        var accepted = Accept();
        var handler = Sys.ActorOf(Props.Create(() => new GoodbyeHandler(accepted.Connection))
            .WithDispatcher(SocketIO.DispatcherOf(accepted.Connection)));
        accepted.Connection.Tell(new Tcp.Register(handler));

        accepted.Peer.Send("hello");

        Assert.Equal("goodbye"u8.ToArray(), accepted.Peer.ReceiveToEnd());
    }

    [Fact]
    public void A_write_while_closing_fails()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, WriteOf(Blocking));
        served.Handler.Send(served.Connection, Tcp.Close.Instance);
        var late = Write("late");

        served.Handler.Send(served.Connection, late);

        Assert.Same(late, served.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
        Assert.Equal(Blocking, served.Peer.ReceiveToEnd().Length);
        served.Handler.ExpectMsg<Tcp.Closed>();
    }

    [Fact]
    public void A_confirmed_close_ends_our_direction_and_waits_for_the_peers()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, Write("bye", new Ack(1)));
        served.Handler.Send(served.Connection, Tcp.ConfirmedClose.Instance);
        served.Handler.ExpectMsg(new Ack(1));
        Assert.Equal("bye"u8.ToArray(), served.Peer.ReceiveToEnd());

        served.Peer.Send("wait, one more");
        Assert.Equal("wait, one more", Receive(served.Handler, 14));
        ExpectSilence(served.Handler);
        served.Peer.FinishSending();

        served.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public void A_confirmed_close_is_told_to_handler_and_sender()
    {
        var served = Serve();
        var sender = CreateTestProbe();
        sender.Send(served.Connection, Tcp.ConfirmedClose.Instance);
        served.Peer.ExpectEnd();

        served.Peer.FinishSending();

        served.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
        sender.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public void A_confirmed_close_sends_everything_written_before()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, WriteOf(Blocking, new Ack(1)));
        served.Handler.Send(served.Connection, Write("end", new Ack(2)));

        served.Handler.Send(served.Connection, Tcp.ConfirmedClose.Instance);

        Assert.Equal(Blocking + 3, served.Peer.ReceiveToEnd().Length);
        served.Handler.ExpectMsg(new Ack(1));
        served.Handler.ExpectMsg(new Ack(2));
        served.Peer.FinishSending();
        served.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public void A_confirmed_close_completes_at_once_when_the_peer_has_closed_first()
    {
        var served = Serve(keepOpenOnPeerClosed: true);
        served.Peer.FinishSending();
        served.Handler.ExpectMsg<Tcp.PeerClosed>();

        served.Handler.Send(served.Connection, Write("rest"));
        served.Handler.Send(served.Connection, Tcp.ConfirmedClose.Instance);

        served.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
        Assert.Equal("rest"u8.ToArray(), served.Peer.ReceiveToEnd());
    }

    [Theory]
    [InlineData("")]
    [InlineData("unread")]
    public void A_confirmed_close_completes_in_pull_mode_too(string unread)
    {
        var served = Serve(pullMode: true);
        served.Handler.Send(served.Connection, Tcp.ConfirmedClose.Instance);
        served.Peer.ExpectEnd();

        served.Peer.Send(unread);
        served.Peer.FinishSending();

        Assert.Equal(unread, Receive(served.Handler, unread.Length));
        served.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public void Suspended_reading_holds_while_a_confirmed_close_waits()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, Tcp.SuspendReading.Instance);
        served.Handler.Send(served.Connection, Tcp.ConfirmedClose.Instance);
        served.Peer.ExpectEnd();
        served.Peer.Send("later");
        ExpectSilence(served.Handler);

        served.Handler.Send(served.Connection, Tcp.ResumeReading.Instance);

        Assert.Equal("later", Receive(served.Handler, 5));
        served.Peer.FinishSending();
        served.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public void Aborting_works_while_a_confirmed_close_waits()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, Tcp.ConfirmedClose.Instance);
        served.Peer.ExpectEnd();

        served.Handler.Send(served.Connection, Tcp.Abort.Instance);

        served.Handler.ExpectMsg<Tcp.Aborted>();
        ExpectSilence(served.Handler);
    }

    [Fact]
    public void Closing_upgrades_a_confirmed_close_that_waits_for_the_peer()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, Tcp.ConfirmedClose.Instance);
        served.Peer.ExpectEnd();

        served.Handler.Send(served.Connection, Tcp.Close.Instance);

        served.Handler.ExpectMsg<Tcp.Closed>();
        ExpectSilence(served.Handler);
    }

    [Fact]
    public void Closing_upgrades_a_confirmed_close_that_is_still_sending()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, WriteOf(Blocking));
        served.Handler.Send(served.Connection, Tcp.ConfirmedClose.Instance);
        served.Handler.Send(served.Connection, Tcp.Close.Instance);

        Assert.Equal(Blocking, served.Peer.ReceiveToEnd().Length);

        served.Handler.ExpectMsg<Tcp.Closed>();
    }

    [Fact]
    public void Aborting_resets_the_peer_and_is_told_to_handler_and_sender()
    {
        var served = Serve();
        var sender = CreateTestProbe();
        Watch(served.Connection);

        sender.Send(served.Connection, Tcp.Abort.Instance);

        served.Peer.ExpectReset();
        served.Handler.ExpectMsg<Tcp.Aborted>();
        sender.ExpectMsg<Tcp.Aborted>();
        ExpectTerminated(served.Connection);
    }

    [Fact]
    public void Aborting_works_while_sending_and_fails_what_is_not_sent()
    {
        var served = Serve();
        var writer = CreateTestProbe();
        var first = WriteOf(Blocking, new Ack(1));
        var second = Write("second", new Ack(2)).Append(Write("third", new Ack(3)));
        writer.Send(served.Connection, first);
        writer.Send(served.Connection, second);
        served.Handler.Send(served.Connection, Tcp.Close.Instance);

        served.Handler.Send(served.Connection, Tcp.Abort.Instance);

        served.Handler.ExpectMsg<Tcp.Aborted>();
        Assert.Same(first, writer.ExpectMsg<Tcp.CommandFailed>().Cmd);
        Assert.Same(second, writer.ExpectMsg<Tcp.CommandFailed>().Cmd);
        ExpectSilence(writer);
    }

    [Fact]
    public void Stopping_the_connection_resets_the_peer_without_an_event()
    {
        foreach (var message in new object[] { PoisonPill.Instance, Kill.Instance })
        {
            var served = Serve();
            Watch(served.Connection);

            served.Connection.Tell(message);

            served.Peer.ExpectReset();
            ExpectTerminated(served.Connection);
            ExpectSilence(served.Handler);
        }
    }

    [Fact]
    public void Stopping_it_by_the_system_does_the_same()
    {
        var served = Serve();
        Watch(served.Connection);

        Sys.Stop(served.Connection);

        served.Peer.ExpectReset();
        ExpectTerminated(served.Connection);
    }

    [Fact]
    public void The_death_of_the_handler_resets_the_peer()
    {
        var served = Serve();
        Watch(served.Connection);

        ExpectNotLogged(EventFilter.Error(), () =>
        {
            Sys.Stop(served.Handler);
            served.Peer.ExpectReset();
            ExpectTerminated(served.Connection);
        });
    }

    [Fact]
    public void Close_events_that_nobody_gets_are_suppressed_as_dead_letters()
    {
        var served = Serve();
        var dead = CreateTestProbe();
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        Sys.Stop(dead);
        Watch(dead);
        ExpectTerminated(dead);

        served.Connection.Tell(Tcp.Close.Instance, dead);
        served.Handler.ExpectMsg<Tcp.Closed>();
        served.Connection.Tell(Tcp.Close.Instance);

        ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void Terminating_the_system_resets_the_peers()
    {
        var served = Serve();

        Sys.Terminate();

        served.Peer.ExpectReset();
    }

    private sealed class GoodbyeHandler(IActorRef connection) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is Tcp.Received)
            {
                connection.Tell(Write("goodbye"));
                connection.Tell(Tcp.Close.Instance);
                Context.Stop(Self);
            }
        }
    }

    public sealed class OnEpoll() : TcpCloseTests(Epoll);

    public sealed class OnPortable() : TcpCloseTests(Portable);

    public sealed class OnTls() : TcpCloseTests(Epoll, new TlsWire());

    public sealed class OnTlsPortable() : TcpCloseTests(Portable, new TlsWire());

    public sealed class OnUnix() : TcpCloseTests(Epoll, new UnixWire());

    public sealed class OnUnixPortable() : TcpCloseTests(Portable, new UnixWire());

    public sealed class InMemory() : TcpCloseTests(Epoll, new MemoryWire());
}
