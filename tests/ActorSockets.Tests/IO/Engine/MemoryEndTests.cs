using System.Net.Sockets;
using ActorSockets.IO.Engine.Memory;

namespace ActorSockets.Tests.IO.Engine;

public class MemoryEndTests
{
    private const int Capacity = 10;

    private readonly MemoryEnd _client;
    private readonly MemoryEnd _server;
    private int _readable;
    private int _writable;

    public MemoryEndTests()
    {
        var network = new MemoryNetwork();
        (_client, _server) = MemoryEnd.CreatePair(network["client"], network["server"], Capacity);
        _client.Attach(() => _readable++, () => _writable++);
    }

    [Fact]
    public void Holds_so_many_bytes_in_each_direction_and_no_more()
    {
        Assert.Equal(Capacity, _client.Write(new byte[12]).Bytes);
        Assert.True(_client.Write(new byte[1]).IsWouldBlock);
        Assert.Equal(Capacity, _server.Write(new byte[12]).Bytes);
    }

    [Fact]
    public void Keeps_the_order_of_bytes_around_the_end_of_its_ring()
    {
        var read = new List<byte>();
        for (byte i = 0; i < 50; i++)
        {
            _client.Write([i, i, i, i, i, i, i]);
            read.AddRange(Read(_server, 7));
        }

        Assert.Equal(Enumerable.Range(0, 50).SelectMany(i => Enumerable.Repeat((byte)i, 7)), read);
    }

    [Fact]
    public void Tells_once_that_there_is_something_to_read_to_who_has_found_nothing()
    {
        Assert.True(_client.Read(new byte[1], out var hasMore).IsWouldBlock);
        Assert.False(hasMore);

        _server.Write([1]);
        _server.Write([2]);

        Assert.Equal(1, _readable);
        Assert.Equal([1, 2], Read(_client, 5));
        _server.Write([3]);
        Assert.Equal(2, _readable);
    }

    [Fact]
    public void Tells_once_that_there_is_room_to_who_has_found_none()
    {
        _client.Write(new byte[11]);

        Read(_server, 1);
        Read(_server, 1);

        Assert.Equal(1, _writable);
        Assert.Equal(2, _client.Write(new byte[2]).Bytes);
    }

    [Fact]
    public void An_end_comes_after_the_bytes_and_leaves_the_other_direction_open()
    {
        _client.Write([1]);
        _client.ShutdownSend();

        Assert.Equal(1, _server.Read(new byte[5], out var hasMore).Bytes);
        Assert.True(hasMore);
        Assert.True(_server.Read(new byte[5], out _).IsEndOfStream);
        Assert.Equal(2, _server.Write([1, 2]).Bytes);
        Assert.Equal(SocketError.Shutdown, _client.Write([1]).Error);
    }

    [Fact]
    public void A_reset_is_told_once_at_once_and_takes_what_was_not_read()
    {
        _client.Write(new byte[11]);
        _server.Write([1]);

        _server.Abort();

        // The byte had been told of.
        Assert.Equal((2, 1), (_readable, _writable));
        Assert.Equal(SocketError.ConnectionReset, _client.Read(new byte[5], out _).Error);
        Assert.True(_client.Read(new byte[5], out _).IsEndOfStream);
        Assert.True(_client.Write([1]).IsError);
    }

    [Fact]
    public void Closing_with_bytes_unread_is_a_reset()
    {
        _client.Write([1]);

        _server.Close();

        Assert.Equal(SocketError.ConnectionReset, _client.TakePendingError());
        Assert.Equal(SocketError.Success, _client.TakePendingError());
    }

    [Fact]
    public void Closing_leaves_what_was_written_and_refuses_what_comes()
    {
        _server.Write([7]);

        _server.Close();
        _server.Abort();

        Assert.Equal([7], Read(_client, 5));
        Assert.True(_client.Read(new byte[5], out _).IsEndOfStream);
        Assert.Equal(SocketError.ConnectionReset, _client.Write([1]).Error);
    }

    private static byte[] Read(MemoryEnd end, int atMost)
    {
        var buffer = new byte[atMost];
        return buffer[..end.Read(buffer, out _).Bytes];
    }
}
