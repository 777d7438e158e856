using System.Net;
using System.Runtime.InteropServices;

namespace ActorSockets.IO.Engine;

/// <summary>
/// End points of those whom datagrams came from lately, so that the next one of theirs needs no new one. Each native
/// address has one place, which the last that fell on it holds.
/// </summary>
internal sealed class PeerCache
{
    private const int Size = 256;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly Entry[] _entries = new Entry[Size];

    /// <param name="address">A native IPv4 or IPv6 address, as the system has filled it in.</param>
    public IPEndPoint Find(ReadOnlySpan<byte> address)
    {
        var key = Key.Of(address);
        ref var entry = ref _entries[key.Hash >> 56];
        if (!entry.Is(key))
        {
            entry = new Entry(key, (IPEndPoint)NativeAddress.Read(address));
        }

        return entry.EndPoint;
    }

    /// <summary>sockaddr_in is 8 bytes and padding (ip(7)), sockaddr_in6 is 28 bytes (ipv6(7)).</summary>
    private readonly record struct Key(ulong Head, ulong Middle, ulong Tail, uint Scope)
    {
        public ulong Hash => (Head ^ Middle ^ (Tail * Multiplier) ^ Scope) * Multiplier;

        public static Key Of(ReadOnlySpan<byte> address) => address.Length < 28
            ? new Key(MemoryMarshal.Read<ulong>(address), 0, 0, 0)
            : new Key(
                MemoryMarshal.Read<ulong>(address),
                MemoryMarshal.Read<ulong>(address[8..]),
                MemoryMarshal.Read<ulong>(address[16..]),
                MemoryMarshal.Read<uint>(address[24..]));
    }

    /// <summary>
    /// An end point can be changed by whoever was given it; one that has been is not given to anybody else.
    /// </summary>
    private readonly struct Entry(Key key, IPEndPoint endPoint)
    {
        private readonly Key _key = key;
        private readonly IPAddress _address = endPoint.Address;
        private readonly int _port = endPoint.Port;

        public IPEndPoint EndPoint { get; } = endPoint;

        public bool Is(Key key) => EndPoint is not null && _key == key
            && ReferenceEquals(EndPoint.Address, _address) && EndPoint.Port == _port;
    }
}
