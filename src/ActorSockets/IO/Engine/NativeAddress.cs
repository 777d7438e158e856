using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>Linux socket addresses (ip(7), ipv6(7), unix(7)) as .NET end points.</summary>
internal static unsafe class NativeAddress
{
    /// <summary>sizeof(struct sockaddr_storage).</summary>
    public const int MaxLength = 128;

    /// <summary>sizeof(struct sockaddr_in6), in whole words; sockaddr_in is shorter.</summary>
    public const int MaxIPLength = 32;

    /// <summary>
    /// A socket without a name, as clients of Unix sockets are: shown as <c>@</c>, as an abstract name that is empty.
    /// </summary>
    public static readonly UnixDomainSocketEndPoint Unnamed = new("\0");

    private const ushort FamilyUnix = 1;
    private const ushort FamilyIPv4 = 2;
    private const ushort FamilyIPv6 = 10;

    public static EndPoint Read(ReadOnlySpan<byte> address)
    {
        var family = address.Length < 2 ? FamilyUnix : BitConverter.ToUInt16(address);
        return family switch
        {
            FamilyIPv4 => new IPEndPoint(BitConverter.ToUInt32(address[4..]), Port(address)),
            FamilyIPv6 => ReadIPv6(address),
            _ => ReadUnix(address[Math.Min(2, address.Length)..]),
        };
    }

    public static EndPoint LocalOf(int descriptor)
    {
        var address = stackalloc byte[MaxLength];
        var length = MaxLength;
        return Libc.GetLocalAddress(descriptor, address, &length) == 0
            ? Read(new ReadOnlySpan<byte>(address, Math.Min(length, MaxLength)))
            : throw Failed();
    }

    public static EndPoint RemoteOf(int descriptor)
    {
        var address = stackalloc byte[MaxLength];
        var length = MaxLength;
        return Libc.GetRemoteAddress(descriptor, address, &length) == 0
            ? Read(new ReadOnlySpan<byte>(address, Math.Min(length, MaxLength)))
            : throw Failed();
    }

    /// <summary>For a socket of the one family or the other: an IPv6 socket knows IPv4 peers as mapped ones.</summary>
    /// <returns>How many bytes it takes.</returns>
    public static int Write(Span<byte> address, IPEndPoint endPoint, bool forIPv6)
    {
        const int lengthIPv4 = 16;
        const int lengthIPv6 = 28;
        address.Clear();
        BinaryPrimitives.WriteUInt16BigEndian(address[2..], (ushort)endPoint.Port);
        if (!forIPv6)
        {
            BitConverter.TryWriteBytes(address, FamilyIPv4);
            endPoint.Address.TryWriteBytes(address[4..], out _);
            return lengthIPv4;
        }

        BitConverter.TryWriteBytes(address, FamilyIPv6);
        WriteIPv6(address, endPoint.Address);
        return lengthIPv6;
    }

    private static void WriteIPv6(Span<byte> address, IPAddress ip)
    {
        if (ip.AddressFamily == AddressFamily.InterNetworkV6)
        {
            ip.TryWriteBytes(address[8..], out _);
            BitConverter.TryWriteBytes(address[24..], (uint)ip.ScopeId);
            return;
        }

        // RFC 4291, 2.5.5.2: ::ffff:a.b.c.d
        address[18] = 0xff;
        address[19] = 0xff;
        ip.TryWriteBytes(address[20..], out _);
    }

    private static int Port(ReadOnlySpan<byte> address) => BinaryPrimitives.ReadUInt16BigEndian(address[2..]);

    /// <summary>
    /// A dual-mode socket sees IPv4 peers as mapped addresses; users know them by their IPv4 address.
    /// </summary>
    private static IPEndPoint ReadIPv6(ReadOnlySpan<byte> address)
    {
        var ip = new IPAddress(address.Slice(8, 16), BitConverter.ToUInt32(address[24..]));
        return new IPEndPoint(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip, Port(address));
    }

    /// <summary>As users know it, whoever has read it: .NET's own unnamed end point has no text at all.</summary>
    public static EndPoint Plain(EndPoint endPoint) => endPoint switch
    {
        IPEndPoint { Address.IsIPv4MappedToIPv6: true } ip => new IPEndPoint(ip.Address.MapToIPv4(), ip.Port),
        UnixDomainSocketEndPoint unix when unix.ToString().Length == 0 => Unnamed,
        _ => endPoint,
    };

    /// <param name="path">What follows the family in the address.</param>
    public static UnixDomainSocketEndPoint ReadUnix(ReadOnlySpan<byte> path)
    {
        var end = path.IndexOf((byte)0);
        var name = System.Text.Encoding.UTF8.GetString(end > 0 ? path[..end] : path);
        return name.Length == 0 ? Unnamed : new UnixDomainSocketEndPoint(name);
    }

    private static SocketException Failed() =>
        new((int)Errno.ToSocketError(System.Runtime.InteropServices.Marshal.GetLastPInvokeError()));
}
