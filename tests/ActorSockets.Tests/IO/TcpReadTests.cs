using ActorSockets.Tests.IO.Tls;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpReadTests(string engine, Wire? wire = null) : TcpTestKit(engine, wire)
{
    [Fact]
    public async Task Delivers_all_bytes_in_order_and_never_an_empty_piece()
    {
        var served = Serve();
        var bytes = Random(3_000_000);
        var sending = Task.Run(() => served.Peer.Send(bytes));

        var all = new MemoryStream();
        while (all.Length < bytes.Length)
        {
            var data = served.Handler.ExpectMsg<Tcp.Received>().Data;
            Assert.NotEqual(0, data.Count);
            data.WriteTo(all);
        }

        Assert.Equal(bytes, all.ToArray());
        await sending.WaitAsync(RawPeer.Bound);
    }

    [Fact]
    public void What_was_received_is_the_receivers_and_never_changes()
    {
        var served = Serve();
        served.Peer.Send("first");
        var first = served.Handler.ExpectMsg<Tcp.Received>().Data;

        served.Peer.Send("other");
        Receive(served.Handler, 5);

        Assert.Equal("first", first.ToString());
    }

    [Fact]
    public void Delivers_nothing_while_suspended_and_everything_after()
    {
        var served = Serve();
        served.Peer.Send("before");
        Assert.Equal("before", Receive(served.Handler, 6));
        served.Handler.Send(served.Connection, Tcp.SuspendReading.Instance);
        Barrier(served.Connection);

        served.Peer.Send("while");
        ExpectSilence(served.Handler);
        served.Peer.Send(" and after");
        served.Handler.Send(served.Connection, Tcp.ResumeReading.Instance);

        Assert.Equal("while and after", Receive(served.Handler, 15));
    }

    [Fact]
    public void Stays_readable_however_often_it_is_suspended_and_resumed()
    {
        var served = Serve();

        for (var i = 0; i < 200; i++)
        {
            served.Handler.Send(served.Connection, Tcp.SuspendReading.Instance);
            served.Peer.Send("x");
            served.Handler.Send(served.Connection, Tcp.ResumeReading.Instance);
        }

        Assert.Equal(new string('x', 200), Receive(served.Handler, 200));
    }

    [Fact]
    public void The_end_of_the_stream_while_suspended_is_told_after_the_bytes_when_resumed()
    {
        var served = Serve();
        served.Handler.Send(served.Connection, Tcp.SuspendReading.Instance);
        Barrier(served.Connection);
        served.Peer.Send("last");
        served.Peer.FinishSending();
        ExpectSilence(served.Handler);

        served.Handler.Send(served.Connection, Tcp.ResumeReading.Instance);

        Assert.Equal("last", Receive(served.Handler, 4));
        served.Handler.ExpectMsg<Tcp.PeerClosed>();
    }

    [Fact]
    public void Pull_mode_delivers_one_piece_for_each_resume()
    {
        var served = Serve(pullMode: true);
        served.Peer.Send("first");
        ExpectSilence(served.Handler);

        served.Handler.Send(served.Connection, Tcp.ResumeReading.Instance);
        Assert.Equal("first", Receive(served.Handler, 5));
        served.Peer.Send("second");
        ExpectSilence(served.Handler);

        served.Handler.Send(served.Connection, Tcp.ResumeReading.Instance);
        Assert.Equal("second", Receive(served.Handler, 6));
    }

    [Fact]
    public void Pull_mode_counts_a_resume_before_registering()
    {
        var accepted = Accept(pullMode: true);
        var handler = CreateTestProbe();
        accepted.Connection.Tell(Tcp.ResumeReading.Instance);
        accepted.Connection.Tell(new Tcp.Register(handler));

        accepted.Peer.Send("one");
        Assert.Equal("one", Receive(handler, 3));
        accepted.Peer.Send("two");

        ExpectSilence(handler);
    }

    [Fact]
    public void Pull_mode_works_for_outgoing_connections()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();
        commander.Send(Manager, ConnectTo(listener.EndPoint, pullMode: true));
        using var peer = listener.Accept();
        commander.ExpectMsg<Tcp.Connected>();
        var connection = commander.LastSender;
        commander.Send(connection, new Tcp.Register(commander));
        peer.Send("wait");
        ExpectSilence(commander);

        commander.Send(connection, Tcp.ResumeReading.Instance);

        Assert.Equal("wait", Receive(commander, 4));
    }

    [Fact]
    public void Pull_mode_tells_the_end_of_the_stream_when_asked()
    {
        var served = Serve(pullMode: true);
        served.Peer.FinishSending();

        served.Handler.Send(served.Connection, Tcp.ResumeReading.Instance);

        served.Handler.ExpectMsg<Tcp.PeerClosed>();
    }

    [Fact]
    public void Resuming_after_the_end_of_the_stream_is_ignored_in_silence()
    {
        var served = Serve(keepOpenOnPeerClosed: true);
        served.Peer.FinishSending();
        served.Handler.ExpectMsg<Tcp.PeerClosed>();

        served.Handler.Send(served.Connection, Tcp.ResumeReading.Instance);

        ExpectSilence(served.Handler);
        served.Handler.Send(served.Connection, Write("open"));
        Assert.Equal("open", served.Peer.Receive(4));
    }

    [Fact]
    public void Resuming_a_dead_connection_is_no_dead_letter_but_a_write_is()
    {
        var served = Serve();
        Watch(served.Connection);
        served.Handler.Send(served.Connection, Tcp.Abort.Instance);
        ExpectTerminated(served.Connection);

        ExpectNotLogged(EventFilter.DeadLetter<Tcp.ResumeReading>().And.DeadLetter<Tcp.SuspendReading>(), () =>
            EventFilter.DeadLetter<Tcp.Write>().ExpectOne(() =>
            {
                served.Connection.Tell(Tcp.ResumeReading.Instance);
                served.Connection.Tell(Tcp.SuspendReading.Instance);
                served.Connection.Tell(Write("lost"));
            }));
    }

    [Fact]
    public async Task One_busy_peer_does_not_keep_others_waiting()
    {
        var busy = Enumerable.Range(0, 4).Select(_ => Serve()).ToArray();
        var bytes = Random(1 << 20);
        using var stop = new CancellationTokenSource();
        var floods = busy.Select(served => Task.Run(() => Flood(served.Peer, bytes, stop.Token))).ToArray();
        var quiet = Serve();

        for (var i = 0; i < 20; i++)
        {
            quiet.Peer.Send("ping");
            Assert.Equal("ping", Receive(quiet.Handler, 4));
        }

        await stop.CancelAsync();
        Array.ForEach(busy, served => served.Connection.Tell(Tcp.Abort.Instance));
        await Task.WhenAll(floods).WaitAsync(RawPeer.Bound);
    }

    private static void Flood(RawPeer peer, byte[] bytes, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                peer.Send(bytes);
            }
        }
        catch (System.Net.Sockets.SocketException)
        {
            // The test is over and has reset the connection.
        }
    }

    public sealed class OnEpoll() : TcpReadTests(Epoll);

    public sealed class OnPortable() : TcpReadTests(Portable);

    public sealed class OnTls() : TcpReadTests(Epoll, new TlsWire());

    public sealed class OnTlsPortable() : TcpReadTests(Portable, new TlsWire());

    public sealed class OnUnix() : TcpReadTests(Epoll, new UnixWire());

    public sealed class OnUnixPortable() : TcpReadTests(Portable, new UnixWire());

    public sealed class InMemory() : TcpReadTests(Epoll, new MemoryWire());
}
