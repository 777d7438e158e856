using System.Security.Authentication;
using ActorSockets.Tests.IO.Wires;
using Akka.IO;

namespace ActorSockets.Tests.IO.Tls;

public abstract class TlsStreamTests(string engine)
    : TlsTestKit(engine, "akka.io.tcp.write-commands-queue-max-size = 10000")
{
    // More than the kernel takes for a peer that does not read.
    private const int Blocking = 20_000_000;
    private const byte Alert = 21;

    [Theory]
    [InlineData(1, 3_000)]
    [InlineData(2, 3_000)]
    [InlineData(5, 20_000)]
    [InlineData(6, 20_000)]
    [InlineData(29, 40_000)]
    [InlineData(1_000, 200_000)]
    [InlineData(16_384, 1_000_000)]
    public async Task Bytes_arrive_in_whatever_pieces_the_network_makes(int pieces, int count)
    {
        var served = ServeTls(pieces: pieces);
        var bytes = Random(count);

        var received = Task.Run(() => ReceiveBytes(served.Handler, count));
        served.Peer.Send(bytes);

        Assert.Equal(bytes, await received.WaitAsync(RawPeer.Bound));
    }

    [Theory]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    [InlineData(65_536)]
    [InlineData(300_001)]
    public void Writes_of_and_around_full_records_arrive(int count)
    {
        var served = ServeTls();
        var bytes = Random(count);

        served.Handler.Send(served.Connection, Tcp.Write.Create(ByteString.FromBytes(bytes), new Ack(1)));

        Assert.Equal(bytes, served.Peer.ReceiveBytes(count));
        served.Handler.ExpectMsg(new Ack(1));
    }

    [Theory]
    [InlineData(SslProtocols.Tls12, 1)]
    [InlineData(SslProtocols.Tls13, 2)]
    public async Task Big_transfers_both_ways_at_once_survive_suspending(SslProtocols protocol, int seed)
    {
        const int count = 8_000_000;
        var served = ServeTls(peerOptions: Only(protocol));
        var (toServer, toClient) = (Random(count, seed), Random(count, seed + 100));

        served.Handler.Send(served.Connection, Tcp.Write.Create(ByteString.FromBytes(toClient), new Ack(1)));
        var sending = Task.Run(() => served.Peer.Send(toServer));
        var receiving = Task.Run(() => served.Peer.ReceiveBytes(count));
        var (received, wasAcknowledged) = ReceiveWithPauses(served, count, new Random(seed));

        Assert.Equal(toServer, received);
        await sending.WaitAsync(RawPeer.Bound);
        Assert.Equal(toClient, await receiving.WaitAsync(RawPeer.Bound));
        if (!wasAcknowledged)
        {
            served.Handler.ExpectMsg(new Ack(1));
        }
    }

    [Fact]
    public void In_pull_mode_one_request_brings_one_delivery()
    {
        var served = ServeTls(pullMode: true);
        served.Peer.Send(Random(200_000));
        ExpectSilence(served.Handler);

        var left = 200_000;
        while (left > 0)
        {
            served.Handler.Send(served.Connection, Tcp.ResumeReading.Instance);
            left -= served.Handler.ExpectMsg<Tcp.Received>().Data.Count;
        }

        ExpectSilence(served.Handler);
    }

    [Fact]
    public void Suspended_reading_delivers_nothing_and_loses_nothing_of_one_record()
    {
        var served = ServeTls();
        served.Handler.Send(served.Connection, Tcp.SuspendReading.Instance);
        Barrier(served.Connection);
        served.Peer.Send("early");
        ExpectSilence(served.Handler);

        served.Handler.Send(served.Connection, Tcp.ResumeReading.Instance);

        Assert.Equal("early", Receive(served.Handler, 5));
    }

    [Fact]
    public void The_bound_of_waiting_writes_counts_plain_bytes()
    {
        var served = ServeTls();
        served.Handler.Send(served.Connection, WriteOf(Blocking));
        served.Handler.Send(served.Connection, WriteOf(10_000, new Ack(1)));
        var tooMuch = WriteOf(1);

        served.Handler.Send(served.Connection, tooMuch);

        Assert.Same(tooMuch, served.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
        served.Handler.Send(served.Connection, Tcp.ResumeWriting.Instance);
        served.Peer.ReceiveBytes(Blocking + 10_000);
        served.Handler.ExpectMsg(new Ack(1));
        served.Handler.ExpectMsg<Tcp.WritingResumed>();
    }

    [Fact]
    public void Nothing_is_acknowledged_whose_ciphertext_the_kernel_has_not_taken()
    {
        var served = ServeTls();

        served.Handler.Send(served.Connection, WriteOf(Blocking, new Ack(1)));

        ExpectSilence(served.Handler);
        served.Peer.ReceiveBytes(Blocking);
        served.Handler.ExpectMsg(new Ack(1));
    }

    [Fact]
    public void Closing_sends_everything_then_a_close_notify_and_then_the_end()
    {
        var served = ServeTls(peerOptions: Only(SslProtocols.Tls12));
        served.Handler.Send(served.Connection, Write("bye"));

        served.Handler.Send(served.Connection, Tcp.Close.Instance);

        served.Handler.ExpectMsg<Tcp.Closed>();
        Assert.Equal("bye"u8.ToArray(), served.Peer.ReceiveToEnd());
        Assert.Equal(Alert, served.Peer.Wire.RecordTypes()[^1]);
        Assert.Equal(0, served.Peer.Socket.Receive(new byte[1]));
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public void Closing_cuts_nothing_off_for_a_peer_that_reads_late(SslProtocols protocol)
    {
        var served = ServeTls(peerOptions: Only(protocol), peerReceiveBuffer: 4096);
        var bytes = Random(1_000_000);
        served.Handler.Send(served.Connection, Tcp.Write.Create(ByteString.FromBytes(bytes)));

        served.Handler.Send(served.Connection, Tcp.Close.Instance);

        Assert.Equal(bytes, served.Peer.ReceiveToEnd());
        served.Handler.ExpectMsg<Tcp.Closed>();
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public void A_confirmed_close_sends_close_notify_and_waits_for_the_peers(SslProtocols protocol)
    {
        var served = ServeTls(peerOptions: Only(protocol));
        served.Handler.Send(served.Connection, Write("bye"));
        served.Handler.Send(served.Connection, Tcp.ConfirmedClose.Instance);
        Assert.Equal("bye"u8.ToArray(), served.Peer.ReceiveToEnd());

        served.Peer.Send("one more");
        Assert.Equal("one more", Receive(served.Handler, 8));
        ExpectSilence(served.Handler);
        served.Peer.FinishSending();

        served.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public void The_peers_close_notify_is_the_end_of_the_stream()
    {
        var served = ServeTls();
        served.Peer.Send("last");

        served.Peer.FinishSending();

        Assert.Equal("last", Receive(served.Handler, 4));
        served.Handler.ExpectMsg<Tcp.PeerClosed>();
        served.Peer.ExpectEnd();
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public void After_the_peers_end_ours_can_be_kept_open(SslProtocols protocol)
    {
        var served = ServeTls(peerOptions: Only(protocol), keepOpenOnPeerClosed: true);
        served.Peer.FinishSending();
        served.Handler.ExpectMsg<Tcp.PeerClosed>();

        served.Handler.Send(served.Connection, Write("more", new Ack(1)));
        served.Handler.ExpectMsg(new Ack(1));
        served.Handler.Send(served.Connection, Tcp.Close.Instance);

        served.Handler.ExpectMsg<Tcp.Closed>();
        Assert.Equal("more"u8.ToArray(), served.Peer.ReceiveToEnd());
    }

    [Fact]
    public void A_reset_after_the_peers_end_is_noticed()
    {
        var served = ServeTls(keepOpenOnPeerClosed: true);
        served.Peer.SendCloseNotify();
        served.Handler.ExpectMsg<Tcp.PeerClosed>();

        served.Peer.Reset();

        served.Handler.ExpectMsg<Tcp.ErrorClosed>();
    }

    [Fact]
    public void An_end_without_close_notify_is_an_error_that_says_so()
    {
        var served = ServeTls();
        served.Peer.Send("cut o");

        served.Peer.Truncate();

        Assert.Equal("cut o", Receive(served.Handler, 5));
        var closed = served.Handler.ExpectMsg<Tcp.ErrorClosed>();
        Assert.Contains("close_notify", closed.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_record_is_an_error_behind_what_was_right()
    {
        var served = ServeTls();
        served.Peer.Send("right");
        served.Peer.Socket.Send("and then something else"u8);

        Assert.Equal("right", Receive(served.Handler, 5));
        Assert.Contains(
            "no TLS record", served.Handler.ExpectMsg<Tcp.ErrorClosed>().Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_was_tampered_with_is_an_error()
    {
        var served = ServeTls();

        served.Peer.Socket.Send([23, 3, 3, 0, 20, .. new byte[20]]);

        var cause = served.Handler.ExpectMsg<Tcp.ErrorClosed>().Cause;
        Assert.StartsWith("TLS has failed", cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Aborting_resets_without_a_close_notify()
    {
        var served = ServeTls();

        served.Handler.Send(served.Connection, Tcp.Abort.Instance);

        served.Handler.ExpectMsg<Tcp.Aborted>();
        served.Peer.ExpectReset();
    }

    [Fact]
    public void The_peers_reset_is_told_also_while_reading_is_suspended()
    {
        var served = ServeTls();
        served.Handler.Send(served.Connection, Tcp.SuspendReading.Instance);

        served.Peer.Reset();

        served.Handler.ExpectMsg<Tcp.ErrorClosed>();
    }

    [Fact]
    public void The_death_of_the_handler_resets_the_peer()
    {
        var served = ServeTls();

        Sys.Stop(served.Handler);

        served.Peer.ExpectReset();
    }

    private static (byte[] Received, bool WasAcknowledged) ReceiveWithPauses(Secured served, int count, Random random)
    {
        var all = new MemoryStream();
        var wasAcknowledged = false;
        while (all.Length < count)
        {
            switch (served.Handler.ReceiveOne(RawPeer.Bound))
            {
                case Tcp.Received received:
                    received.Data.WriteTo(all);
                    break;
                case Ack:
                    wasAcknowledged = true;
                    break;
                case var other:
                    Assert.Fail($"{other} after {all.Length} bytes");
                    break;
            }

            if (random.Next(20) == 0)
            {
                served.Handler.Send(served.Connection, Tcp.SuspendReading.Instance);
                served.Handler.Send(served.Connection, Tcp.ResumeReading.Instance);
            }
        }

        return (all.ToArray(), wasAcknowledged);
    }

    public sealed class OnEpoll() : TlsStreamTests(Epoll);

    public sealed class OnPortable() : TlsStreamTests(Portable);
}
