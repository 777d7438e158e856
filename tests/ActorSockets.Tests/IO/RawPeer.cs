using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorSockets.Tests.IO;

/// <summary>The other end of a connection: a plain blocking socket. Every wait has a bound.</summary>
public sealed class RawPeer : IDisposable
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public RawPeer(Socket socket)
    {
        Socket = socket;
        socket.ReceiveTimeout = (int)Bound.TotalMilliseconds;
        socket.SendTimeout = (int)Bound.TotalMilliseconds;
    }

    public Socket Socket { get; }

    public EndPoint Local => Socket.LocalEndPoint!;

    public EndPoint Remote => Socket.RemoteEndPoint!;

    public static RawPeer ConnectTo(EndPoint endPoint, int? receiveBuffer = null)
    {
        var ip = (IPEndPoint)endPoint;
        var socket = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer is { } size)
        {
            socket.ReceiveBufferSize = size;
        }

        socket.Connect(ip);
        return new RawPeer(socket);
    }

    public static Socket Listen(IPAddress? address = null, int? receiveBuffer = null)
    {
        var socket = new Socket(
            (address ?? IPAddress.Loopback).AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (receiveBuffer is { } size)
        {
            socket.ReceiveBufferSize = size;
        }

        socket.Bind(new IPEndPoint(address ?? IPAddress.Loopback, 0));
        socket.Listen(100);
        return socket;
    }

    public void Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public void Send(byte[] bytes) => Socket.Send(bytes);

    public string Receive(int bytes) => Encoding.UTF8.GetString(ReceiveBytes(bytes));

    public byte[] ReceiveBytes(int count)
    {
        var bytes = new byte[count];
        var received = 0;
        while (received < count)
        {
            var n = Socket.Receive(bytes.AsSpan(received));
            if (n == 0)
            {
                throw new EndOfStreamException($"The stream ended after {received} of {count} bytes.");
            }

            received += n;
        }

        return bytes;
    }

    public byte[] ReceiveToEnd()
    {
        var all = new MemoryStream();
        var buffer = new byte[65536];
        int n;
        while ((n = Socket.Receive(buffer)) > 0)
        {
            all.Write(buffer, 0, n);
        }

        return all.ToArray();
    }

    /// <summary>The next thing to come is the end of the stream.</summary>
    public void ExpectEnd() => Assert.Empty(ReceiveToEnd());

    /// <summary>The next thing to come, or to be told of, is a reset.</summary>
    public void ExpectReset()
    {
        var e = Assert.Throws<SocketException>(() => ReceiveToEnd());
        Assert.Equal(SocketError.ConnectionReset, e.SocketErrorCode);
    }

    /// <summary>The connection is over, one way or the other.</summary>
    public void ExpectGone()
    {
        try
        {
            ExpectEnd();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            // A reset is as good.
        }
    }

    public void FinishSending() => Socket.Shutdown(SocketShutdown.Send);

    public void Reset()
    {
        Socket.LingerState = new LingerOption(true, 0);
        Socket.Dispose();
    }

    public void Dispose() => Socket.Dispose();
}
