using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>A listening Unix socket whose file goes when it closes.</summary>
internal sealed class UnixAcceptor(Acceptor inner, UnixSocketFile file) : Acceptor
{
    public override EndPoint LocalEndPoint => file.EndPoint;

    public override SocketError TryAccept(out AcceptedSocket accepted) => inner.TryAccept(out accepted);

    /// <summary>
    /// The file first: while the socket listens nobody takes the file for stale, and no other can have its inode.
    /// </summary>
    public override void Close()
    {
        file.Remove();
        inner.Close();
    }
}
