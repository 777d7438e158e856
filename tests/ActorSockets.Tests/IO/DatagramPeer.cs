using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorSockets.Tests.IO.Wires;

namespace ActorSockets.Tests.IO;

/// <summary>A plain blocking UDP socket. Every wait has a bound.</summary>
public sealed class DatagramPeer : IDisposable
{
    private readonly byte[] _buffer = new byte[65536];

    public DatagramPeer(IPAddress? address = null, int port = 0)
    {
        var local = new IPEndPoint(address ?? IPAddress.Loopback, port);
        Socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp)
        {
            ReceiveTimeout = (int)RawPeer.Bound.TotalMilliseconds,
        };
        Socket.Bind(local);
        EndPoint = (IPEndPoint)Socket.LocalEndPoint!;
    }

    public Socket Socket { get; }

    public IPEndPoint EndPoint { get; }

    public void Send(string text, EndPoint to) => Send(Encoding.UTF8.GetBytes(text), to);

    public void Send(byte[] bytes, EndPoint to) => Socket.SendTo(bytes, to);

    public string Receive() => Receive(out _);

    public string Receive(out IPEndPoint from) => Encoding.UTF8.GetString(ReceiveBytes(out from));

    public byte[] ReceiveBytes(out IPEndPoint from)
    {
        EndPoint sender = new IPEndPoint(Socket.AddressFamily == AddressFamily.InterNetwork
            ? IPAddress.Any
            : IPAddress.IPv6Any, 0);
        var length = Socket.ReceiveFrom(_buffer, ref sender);
        from = (IPEndPoint)sender;
        return _buffer.AsSpan(0, length).ToArray();
    }

    /// <summary>Nothing has come: everything that was sent by way of this machine would be here.</summary>
    public bool IsEmpty => !Socket.Poll(0, SelectMode.SelectRead);

    public void Dispose() => Socket.Dispose();
}
