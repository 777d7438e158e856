using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

/// <summary>A peer that resets when nothing is on the way to it: Unix sockets know no such thing.</summary>
public abstract class TcpResetTests(string engine, Wire? wire = null) : TcpTestKit(engine, wire)
{
    [Fact]
    public void A_reset_is_told_as_an_error_once_and_ends_the_connection()
    {
        var served = Serve();
        Watch(served.Connection);

        served.Peer.Reset();

        var closed = served.Handler.ExpectMsg<Tcp.ErrorClosed>();
        Assert.True(closed.IsErrorClosed);
        Assert.NotEqual("", closed.Cause);
        ExpectTerminated(served.Connection);
        ExpectSilence(served.Handler);
    }

    [Fact]
    public void A_reset_is_noticed_while_reading_is_suspended()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, Tcp.SuspendReading.Instance);
        Barrier(served.Connection);

        served.Peer.Reset();

        served.Handler.ExpectMsg<Tcp.ErrorClosed>();
    }

    [Fact]
    public void A_reset_is_noticed_after_the_peers_end()
    {
        var served = Serve(keepOpenOnPeerClosed: true);
        served.Peer.FinishSending();
        served.Handler.ExpectMsg<Tcp.PeerClosed>();

        served.Peer.Reset();

        served.Handler.ExpectMsg<Tcp.ErrorClosed>();
    }

    [Fact]
    public void A_reset_is_noticed_while_a_confirmed_close_waits()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, Tcp.ConfirmedClose.Instance);
        served.Peer.ExpectEnd();

        served.Peer.Reset();

        served.Handler.ExpectMsg<Tcp.ErrorClosed>();
    }

    [Fact]
    public void A_peer_that_resets_before_anybody_registers_is_told_of_to_the_handler()
    {
        var accepted = Accept();
        accepted.Peer.Reset();
        var handler = CreateTestProbe();

        accepted.Connection.Tell(new Tcp.Register(handler));

        handler.ExpectMsg<Tcp.ErrorClosed>();
    }

    public sealed class OnEpoll() : TcpResetTests(Epoll);

    public sealed class OnPortable() : TcpResetTests(Portable);

    public sealed class InMemory() : TcpResetTests(Epoll, new MemoryWire());
}
