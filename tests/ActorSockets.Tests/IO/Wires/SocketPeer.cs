using System.Net;
using System.Net.Sockets;
using ActorSockets.IO.Engine;

namespace ActorSockets.Tests.IO.Wires;

/// <summary>A plain socket.</summary>
public sealed class SocketPeer(Socket socket) : RawPeer
{
    public override EndPoint Local => NativeAddress.Plain(socket.LocalEndPoint!);

    public override EndPoint Remote => NativeAddress.Plain(socket.RemoteEndPoint!);

    // unix(7): there is nothing like RST, and no linger; only bytes that are left unread tell the other end of a reset.
    protected override bool HasResets => socket.AddressFamily != AddressFamily.Unix;

    public override async Task<int> ReceiveAsync(Memory<byte> buffer) => await socket.ReceiveAsync(buffer);

    public override async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes)..];
        }
    }

    public override void FinishSending() => socket.Shutdown(SocketShutdown.Send);

    public override void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    protected override void Dispose(bool disposing) => socket.Dispose();
}
