using ActorSockets.Tests.IO.Tls;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class TcpWriteTests(string engine, Wire? wire = null) : TcpTestKit(engine, wire)
{
    [Fact]
    public void Acknowledges_to_the_sender_of_the_write()
    {
        var served = Serve();
        var writer = CreateTestProbe();

        writer.Send(served.Connection, Write("data", new Ack(7)));

        writer.ExpectMsg(new Ack(7));
        Assert.Equal("data", served.Peer.Receive(4));
        ExpectSilence(served.Handler);
    }

    [Fact]
    public void Acknowledges_nothing_that_asks_for_no_acknowledgement()
    {
        var served = Serve();

        served.Handler.Send(served.Connection, Write("a"));
        served.Handler.Send(served.Connection, Write("b", new Tcp.NoAck(42)));
        served.Handler.Send(served.Connection, Write("", new Tcp.NoAck(43)));
        served.Handler.Send(served.Connection, Tcp.Write.Empty);
        served.Handler.Send(served.Connection, Write("c", new Ack(1)));

        served.Handler.ExpectMsg(new Ack(1));
        Assert.Equal("abc", served.Peer.Receive(3));
    }

    [Fact]
    public void Acknowledges_an_empty_write_after_those_before_it()
    {
        var served = Serve();
        var large = ByteString.FromBytes(Random(5_000_000));

        served.Handler.Send(served.Connection, Tcp.Write.Create(large, new Ack(1)));
        served.Handler.Send(served.Connection, Write("", new Ack(2)));
        served.Handler.Send(served.Connection, Write("", new Ack(3)));
        ExpectSilence(served.Handler);
        served.Peer.ReceiveBytes(large.Count);

        served.Handler.ExpectMsg(new Ack(1));
        served.Handler.ExpectMsg(new Ack(2));
        served.Handler.ExpectMsg(new Ack(3));
    }

    [Fact]
    public void Acknowledges_a_lone_empty_write()
    {
        var served = Serve();

        served.Handler.Send(served.Connection, Write("", new Ack(1)));

        served.Handler.ExpectMsg(new Ack(1));
    }

    [Fact]
    public void Keeps_the_order_of_many_writes_and_of_their_acknowledgements()
    {
        var served = Serve();
        var expected = string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i};"));

        for (var i = 0; i < 1000; i++)
        {
            served.Handler.Send(served.Connection, Write($"{i};", new Ack(i)));
        }

        Assert.Equal(expected, served.Peer.Receive(expected.Length));
        for (var i = 0; i < 1000; i++)
        {
            served.Handler.ExpectMsg(new Ack(i));
        }
    }

    [Fact]
    public void Fifty_concurrent_writers_lose_nothing_and_each_gets_its_own_acknowledgements()
    {
        var served = Serve();
        var writers = Enumerable.Range(0, 50).Select(_ => CreateTestProbe()).ToArray();

        Parallel.For(0, 50, i =>
        {
            for (var n = 0; n < 20; n++)
            {
                writers[i].Send(served.Connection, Write($"{i:00}{n:00}", new Ack(i * 100 + n)));
            }
        });

        var all = served.Peer.Receive(50 * 20 * 4);
        for (var i = 0; i < 50; i++)
        {
            for (var n = 0; n < 20; n++)
            {
                writers[i].ExpectMsg(new Ack(i * 100 + n));
            }
        }

        var pieces = all.Chunk(4).Select(piece => new string(piece)).ToArray();
        Assert.Equal(1000, pieces.Distinct().Count());
        foreach (var writer in pieces.GroupBy(piece => piece[..2]))
        {
            Assert.Equal(writer.Order(), writer);
        }
    }

    [Fact]
    public void A_compound_write_is_one_piece_with_an_acknowledgement_for_each_part()
    {
        var served = Serve();
        var compound = Tcp.WriteCommand.Create(
            Write("test1", new Ack(1)),
            Write("test2"),
            Write("", new Ack(3)),
            Write("test4", new Ack(4)));

        served.Handler.Send(served.Connection, compound);

        Assert.Equal("test1test2test4", served.Peer.Receive(15));
        served.Handler.ExpectMsg(new Ack(1));
        served.Handler.ExpectMsg(new Ack(3));
        served.Handler.ExpectMsg(new Ack(4));
        ExpectSilence(served.Handler);
    }

    [Fact]
    public void Nobody_writes_into_the_middle_of_a_compound_write()
    {
        var served = Serve();
        var compound = Write("a").Append(Write("b").Append(Write("c")));

        Parallel.For(0, 8, i =>
        {
            for (var n = 0; n < 100; n++)
            {
                served.Connection.Tell(i % 2 == 0 ? compound : Write("-"));
            }
        });

        var all = served.Peer.Receive(4 * 100 * 3 + 4 * 100);
        Assert.Equal(400, all.Split("abc").Length - 1);
        Assert.Equal(400, all.Count(c => c == '-'));
    }

    [Fact]
    public void Sends_a_large_write_to_a_slow_peer_through_a_small_buffer()
    {
        var served = Serve(peerReceiveBuffer: 4096, options: new Inet.SO.SendBufferSize(1024));
        var bytes = Random(100_000);

        served.Handler.Send(served.Connection, Tcp.Write.Create(ByteString.FromBytes(bytes), new Ack(1)));

        Assert.Equal(bytes, served.Peer.ReceiveBytes(bytes.Length));
        served.Handler.ExpectMsg(new Ack(1));
    }

    [Fact]
    public void Does_not_acknowledge_what_the_kernel_has_not_taken()
    {
        var served = Serve();
        var bytes = Random(20_000_000);

        served.Handler.Send(served.Connection, Tcp.Write.Create(ByteString.FromBytes(bytes), new Ack(1)));
        ExpectSilence(served.Handler);

        Assert.Equal(bytes, served.Peer.ReceiveBytes(bytes.Length));
        served.Handler.ExpectMsg(new Ack(1));
    }

    [Fact]
    public void Sends_half_a_mebibyte_intact()
    {
        var served = Serve();
        var bytes = Random(512 * 1024);

        served.Handler.Send(served.Connection, Tcp.Write.Create(ByteString.FromBytes(bytes)));

        Assert.Equal(bytes, served.Peer.ReceiveBytes(bytes.Length));
    }

    [Fact]
    public void Sends_three_writes_in_a_row()
    {
        var served = Serve();
        var bytes = Random(567);

        for (var i = 0; i < 3; i++)
        {
            served.Handler.Send(served.Connection, Tcp.Write.Create(ByteString.FromBytes(bytes)));
        }

        Assert.Equal([.. bytes, .. bytes, .. bytes], served.Peer.ReceiveBytes(1701));
    }

    [Fact]
    public async Task Sends_byte_strings_of_many_pieces_and_sizes_intact()
    {
        var served = Serve();
        var random = new Random(5);
        var expected = new MemoryStream();
        var reading = Task.Run(() => served.Peer.ReceiveToEnd());

        for (var i = 0; i < 300; i++)
        {
            var data = ByteString.Empty;
            for (var n = random.Next(5); n >= 0; n--)
            {
                var piece = Random(random.Next(4) == 0 ? random.Next(40_000) : random.Next(100), i * 10 + n);
                data += ByteString.FromBytes(piece);
                expected.Write(piece);
            }

            served.Handler.Send(served.Connection, Tcp.Write.Create(data));
        }

        served.Handler.Send(served.Connection, Tcp.Close.Instance);
        Assert.Equal(expected.ToArray(), await reading.WaitAsync(RawPeer.Bound));
    }

    [Fact]
    public void A_write_of_a_kind_that_it_does_not_know_fails()
    {
        var served = Serve();
        var foreign = new ForeignWrite();

        served.Handler.Send(served.Connection, foreign);

        Assert.Same(foreign, served.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
    }

    private sealed class ForeignWrite : Tcp.SimpleWriteCommand
    {
        public override Tcp.Event Ack => Tcp.NoAck.Instance;
    }

    public sealed class OnEpoll() : TcpWriteTests(Epoll);

    public sealed class OnPortable() : TcpWriteTests(Portable);

    public sealed class OnTls() : TcpWriteTests(Epoll, new TlsWire());

    public sealed class OnTlsPortable() : TcpWriteTests(Portable, new TlsWire());

    public sealed class OnUnix() : TcpWriteTests(Epoll, new UnixWire());

    public sealed class OnUnixPortable() : TcpWriteTests(Portable, new UnixWire());

    public sealed class InMemory() : TcpWriteTests(Epoll, new MemoryWire());
}
