using System.Net;
using System.Net.Sockets;
using ActorSockets.IO.Engine.Memory;

namespace ActorSockets.IO.Engine;

/// <summary>
/// A socket that was accepted and belongs to no loop yet. Whoever holds it adopts it into a loop of the same engine,
/// or disposes it.
/// </summary>
internal readonly record struct AcceptedSocket(
    int Descriptor, Socket? Socket, EndPoint Local, EndPoint Remote, MemoryEnd? Memory = null)
{
    public void Dispose()
    {
        if (Memory is not null)
        {
            Memory.Abort();
        }
        else if (Socket is not null)
        {
            Socket.Dispose();
        }
        else
        {
            _ = Libc.Close(Descriptor);
        }
    }
}
