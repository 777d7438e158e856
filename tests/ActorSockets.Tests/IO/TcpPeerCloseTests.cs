using ActorSockets.Tests.IO.Tls;
using ActorSockets.Tests.IO.Wires;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpPeerCloseTests(string engine, Wire? wire = null) : TcpTestKit(engine, wire)
{
    private const int Blocking = 20_000_000;

    [Fact]
    public void The_peers_end_is_told_once_and_ends_the_connection()
    {
        var served = Serve();
        Watch(served.Connection);
        served.Peer.Send("last");

        served.Peer.FinishSending();

        Assert.Equal("last", Receive(served.Handler, 4));
        served.Handler.ExpectMsg<Tcp.PeerClosed>();
        ExpectTerminated(served.Connection);
        served.Peer.ExpectEnd();
        ExpectSilence(served.Handler);
    }

    [Fact]
    public void What_is_queued_when_the_peer_ends_is_sent_first()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, WriteOf(Blocking, new Ack(1)));
        served.Handler.Send(served.Connection, Write("end", new Ack(2)));
        Barrier(served.Connection);

        served.Peer.FinishSending();

        ExpectSilence(served.Handler);
        Assert.Equal(Blocking + 3, served.Peer.ReceiveToEnd().Length);
        served.Handler.ExpectMsg(new Ack(1));
        served.Handler.ExpectMsg(new Ack(2));
        served.Handler.ExpectMsg<Tcp.PeerClosed>();
    }

    [Fact]
    public void A_connection_that_is_kept_open_goes_on_writing_until_it_is_closed()
    {
        var served = Serve(keepOpenOnPeerClosed: true);
        served.Peer.FinishSending();
        served.Handler.ExpectMsg<Tcp.PeerClosed>();

        served.Handler.Send(served.Connection, Write("more", new Ack(1)));
        served.Handler.ExpectMsg(new Ack(1));
        served.Handler.Send(served.Connection, Write(" and more", new Ack(2)));
        served.Handler.ExpectMsg(new Ack(2));
        served.Handler.Send(served.Connection, Tcp.Close.Instance);

        served.Handler.ExpectMsg<Tcp.Closed>();
        Assert.Equal("more and more"u8.ToArray(), served.Peer.ReceiveToEnd());
        ExpectSilence(served.Handler);
    }

    [Fact]
    public void Writes_that_a_reset_has_lost_fail_before_the_close_event()
    {
        var served = Serve();
        var first = WriteOf(Blocking, new Ack(1));
        var second = Write("second", new Ack(2));
        served.Handler.Send(served.Connection, first);
        served.Handler.Send(served.Connection, second);
        Barrier(served.Connection);

        served.Peer.Reset();

        Assert.Same(first, served.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
        Assert.Same(second, served.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
        served.Handler.ExpectMsg<Tcp.ErrorClosed>();
    }

    public sealed class OnEpoll() : TcpPeerCloseTests(Epoll);

    public sealed class OnPortable() : TcpPeerCloseTests(Portable);

    public sealed class OnTls() : TcpPeerCloseTests(Epoll, new TlsWire());

    public sealed class OnTlsPortable() : TcpPeerCloseTests(Portable, new TlsWire());

    public sealed class OnUnix() : TcpPeerCloseTests(Epoll, new UnixWire());

    public sealed class OnUnixPortable() : TcpPeerCloseTests(Portable, new UnixWire());

    public sealed class InMemory() : TcpPeerCloseTests(Epoll, new MemoryWire());
}
