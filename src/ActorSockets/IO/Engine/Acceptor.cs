using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>A listening socket in one loop, or what takes its place in memory. For the loop's thread only.</summary>
internal abstract class Acceptor
{
    /// <summary>Where it really listens.</summary>
    public abstract EndPoint LocalEndPoint { get; }

    /// <summary>
    /// Takes one waiting connection. <see cref="SocketError.WouldBlock"/>: there is none, and the owner will be told
    /// once when there is. Other errors are sorted by <see cref="SocketErrors.OfAccept"/>.
    /// </summary>
    public abstract SocketError TryAccept(out AcceptedSocket accepted);

    /// <summary>Closes the port. Connections that wait in its backlog are reset by the kernel. Idempotent.</summary>
    public abstract void Close();
}
