using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ActorSockets.IO.Engine;

namespace ActorSockets.Tests.IO.Engine;

public class PeerCacheTests
{
    [Theory]
    [InlineData("127.0.0.1", 7, false, "127.0.0.1")]
    [InlineData("203.0.113.77", 65535, false, "203.0.113.77")]
    [InlineData("203.0.113.77", 80, true, "203.0.113.77")]
    [InlineData("::1", 1, true, "::1")]
    [InlineData("fe80::1%3", 443, true, "fe80::1%3")]
    public void An_address_is_read_as_it_was_written(string address, int port, bool forIPv6, string expected)
    {
        var endPoint = new IPEndPoint(IPAddress.Parse(address), port);

        var native = Write(endPoint, forIPv6);

        Assert.Equal(new IPEndPoint(IPAddress.Parse(expected), port), new PeerCache().Find(native));
        Assert.Equal(forIPv6 ? 28 : 16, native.Length);
        if (OperatingSystem.IsLinux() && forIPv6 == (endPoint.AddressFamily == AddressFamily.InterNetworkV6))
        {
            Assert.Equal(endPoint.Serialize().Buffer[..native.Length].ToArray(), native);
        }
    }

    [Fact]
    public void The_same_address_gives_the_same_end_point_until_somebody_has_changed_it()
    {
        var cache = new PeerCache();
        var native = Write(new IPEndPoint(IPAddress.Loopback, 7), forIPv6: false);
        var first = cache.Find(native);

        Assert.Same(first, cache.Find(native));
        first.Port = 8;
        Assert.Equal(7, cache.Find(native).Port);
        var second = cache.Find(native);
        second.Address = IPAddress.Any;
        Assert.Equal(IPAddress.Loopback, cache.Find(native).Address);
    }

    [Fact]
    public void Addresses_that_fall_on_one_place_are_told_apart()
    {
        var cache = new PeerCache();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 1; i < 2000; i++)
            {
                var six = IPAddress.Parse($"2001:db8::{i:x}");
                Assert.Equal(i, cache.Find(Write(new IPEndPoint(IPAddress.Loopback, i), forIPv6: false)).Port);
                Assert.Equal(six, cache.Find(Write(new IPEndPoint(six, 9), forIPv6: true)).Address);
            }
        }
    }

    [Fact]
    public void A_message_header_is_laid_out_as_the_system_has_it()
    {
        string[] fields =
        [
            nameof(MessageHeader.Address),
            nameof(MessageHeader.AddressLength),
            nameof(MessageHeader.Pieces),
            nameof(MessageHeader.PieceCount),
            nameof(MessageHeader.Transferred),
        ];

        Assert.Equal([0, 8, 16, 24, 56], fields.Select(field => (int)Marshal.OffsetOf<MessageHeader>(field)));
        Assert.Equal(64, Unsafe.SizeOf<MessageHeader>());
        Assert.Equal(16, Unsafe.SizeOf<MessageHeader.Piece>());
    }

    private static byte[] Write(IPEndPoint endPoint, bool forIPv6)
    {
        var native = new byte[NativeAddress.MaxIPLength];
        return native[..NativeAddress.Write(native, endPoint, forIPv6)];
    }
}
