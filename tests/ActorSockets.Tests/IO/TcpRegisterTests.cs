using System.Text.RegularExpressions;
using ActorSockets.Tests.IO.Tls;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpRegisterTests(string engine, Wire? wire = null) : TcpTestKit(
    engine, wire, "akka.io.tcp.write-commands-queue-max-size = 1000")
{
    [Fact]
    public void Nothing_is_read_before_and_what_was_sent_is_delivered_right_after()
    {
        var accepted = Accept();
        accepted.Peer.Send("early");
        ExpectSilence(accepted.BindHandler);
        var handler = CreateTestProbe();

        accepted.Connection.Tell(new Tcp.Register(handler));

        Assert.Equal("early", Receive(handler, 5));
    }

    [Fact]
    public void The_end_of_the_stream_before_it_is_told_after_the_bytes()
    {
        var accepted = Accept();
        accepted.Peer.Send("all");
        accepted.Peer.FinishSending();
        var handler = CreateTestProbe();

        accepted.Connection.Tell(new Tcp.Register(handler));

        Assert.Equal("all", Receive(handler, 3));
        handler.ExpectMsg<Tcp.PeerClosed>();
    }

    [Fact]
    public void The_death_of_the_bind_handler_before_it_resets_an_accepted_connection()
    {
        var accepted = Accept();
        Watch(accepted.Connection);

        ExpectNotLogged(EventFilter.Error(), () =>
        {
            Sys.Stop(accepted.BindHandler);
            accepted.Peer.ExpectReset();
            ExpectTerminated(accepted.Connection);
        });
    }

    [Fact]
    public void The_death_of_the_commander_before_it_resets_an_outgoing_connection()
    {
        var (peer, connection, commander) = Connect();
        Watch(connection);

        Sys.Stop(commander);

        peer.ExpectReset();
        ExpectTerminated(connection);
    }

    [Fact]
    public void After_it_only_the_handler_is_watched()
    {
        var (peer, connection, commander) = Connect();
        var handler = CreateTestProbe();
        commander.Send(connection, new Tcp.Register(handler));
        peer.Send("1");
        Assert.Equal("1", Receive(handler, 1));

        Sys.Stop(commander);
        Watch(commander);
        ExpectTerminated(commander);
        peer.Send("2");
        Assert.Equal("2", Receive(handler, 1));
        Watch(connection);
        EventFilter.Debug("Closed after handler termination").ExpectOne(() => Sys.Stop(handler));

        peer.ExpectReset();
        ExpectTerminated(connection);
    }

    [Fact]
    public void Who_was_told_of_the_connection_is_watched_as_its_handler_too()
    {
        var accepted = Accept();
        accepted.BindHandler.Send(accepted.Connection, new Tcp.Register(accepted.BindHandler));
        accepted.Peer.Send("1");
        Assert.Equal("1", Receive(accepted.BindHandler, 1));

        Sys.Stop(accepted.BindHandler);

        accepted.Peer.ExpectReset();
    }

    [Fact]
    public void Suspending_before_it_is_kept()
    {
        var accepted = Accept();
        var handler = CreateTestProbe();
        accepted.Connection.Tell(Tcp.SuspendReading.Instance);
        accepted.Connection.Tell(new Tcp.Register(handler));

        accepted.Peer.Send("later");
        ExpectSilence(handler);
        accepted.Connection.Tell(Tcp.ResumeReading.Instance);

        Assert.Equal("later", Receive(handler, 5));
    }

    [Fact]
    public void Closing_before_it_is_told_to_who_was_told_of_the_connection_and_to_the_sender()
    {
        var accepted = Accept();
        var sender = CreateTestProbe();

        sender.Send(accepted.Connection, Tcp.Close.Instance);

        sender.ExpectMsg<Tcp.Closed>();
        accepted.BindHandler.ExpectMsg<Tcp.Closed>();
        accepted.Peer.ExpectEnd();
    }

    [Fact]
    public void Aborting_before_it_resets_and_is_told_to_both()
    {
        var accepted = Accept();
        var sender = CreateTestProbe();

        sender.Send(accepted.Connection, Tcp.Abort.Instance);

        sender.ExpectMsg<Tcp.Aborted>();
        accepted.BindHandler.ExpectMsg<Tcp.Aborted>();
        accepted.Peer.ExpectReset();
    }

    [Fact]
    public void Writes_before_it_are_kept_with_a_warning_and_sent_after()
    {
        var accepted = Accept();
        var writer = CreateTestProbe();

        EventFilter
            .Warning(new Regex("Received Write command before Register[^5]+5 bytes"))
            .ExpectOne(() => writer.Send(accepted.Connection, Write("early", new Ack(1))));
        ExpectSilence(writer);
        accepted.Connection.Tell(new Tcp.Register(CreateTestProbe()));

        Assert.Equal("early", accepted.Peer.Receive(5));
        writer.ExpectMsg(new Ack(1));
    }

    [Fact]
    public void A_write_before_it_that_exceeds_the_limit_fails_without_warning_and_later_small_ones_work()
    {
        var accepted = Accept();
        var writer = CreateTestProbe();
        var tooLarge = Tcp.Write.Create(ByteString.FromBytes(new byte[1001]));

        ExpectNotLogged(EventFilter.Warning(contains: "Received Write command before Register"), () =>
        {
            writer.Send(accepted.Connection, tooLarge);
            Assert.Same(tooLarge, writer.ExpectMsg<Tcp.CommandFailed>().Cmd);
        });
        writer.Send(accepted.Connection, Write("small"));
        accepted.Connection.Tell(new Tcp.Register(CreateTestProbe()));

        Assert.Equal("small", accepted.Peer.Receive(5));
    }

    [Fact]
    public void Writing_and_closing_before_it_sends_the_bytes_and_the_end()
    {
        var accepted = Accept();
        accepted.BindHandler.Send(accepted.Connection, Write("bye", new Ack(1)));
        accepted.BindHandler.Send(accepted.Connection, Tcp.Close.Instance);

        accepted.BindHandler.ExpectMsg(new Ack(1));
        accepted.BindHandler.ExpectMsg<Tcp.Closed>();
        Assert.Equal("bye"u8.ToArray(), accepted.Peer.ReceiveToEnd());
    }

    public sealed class OnEpoll() : TcpRegisterTests(Epoll);

    public sealed class OnPortable() : TcpRegisterTests(Portable);

    public sealed class OnTls() : TcpRegisterTests(Epoll, new TlsWire());

    public sealed class OnTlsPortable() : TcpRegisterTests(Portable, new TlsWire());

    public sealed class OnUnix() : TcpRegisterTests(Epoll, new UnixWire());

    public sealed class OnUnixPortable() : TcpRegisterTests(Portable, new UnixWire());

    public sealed class InMemory() : TcpRegisterTests(Epoll, new MemoryWire());
}
