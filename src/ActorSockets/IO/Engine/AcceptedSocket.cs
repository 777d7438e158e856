using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>
/// A socket that was accepted and belongs to no loop yet. Whoever holds it adopts it into a loop of the same engine,
/// or disposes it.
/// </summary>
internal readonly record struct AcceptedSocket(int Descriptor, Socket? Socket, EndPoint Local, EndPoint Remote)
{
    public void Dispose()
    {
        if (Socket is not null)
        {
            Socket.Dispose();
        }
        else
        {
            _ = Libc.Close(Descriptor);
        }
    }
}
