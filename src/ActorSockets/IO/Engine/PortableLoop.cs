using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>
/// The loop where there is no epoll: .NET's asynchronous sockets say when something is ready, on their own threads, and
/// the loop's thread does the rest. Same protocol as <see cref="EpollLoop"/>, two more thread changes for each read.
/// </summary>
internal sealed class PortableLoop(int index, string dispatcherId, int bufferBytes, Action<Exception> onError)
    : IoLoop(index, dispatcherId, bufferBytes, onError)
{
    private readonly AutoResetEvent _wake = new(false);

    public override Acceptor Listen(Socket socket, IAcceptorOwner owner)
    {
        var acceptor = new PortableAcceptor(this, socket, owner);
        Add(acceptor);
        return acceptor;
    }

    protected override Transport AdoptSocket(AcceptedSocket accepted) =>
        new PortableTransport(this, accepted.Socket!, accepted.Local, accepted.Remote);

    public override ConnectAttempt Connect(Socket socket, EndPoint remote, IConnectOwner owner) =>
        PortableConnectAttempt.Start(this, socket, remote, owner);

    public override DatagramSocket Open(
        Socket socket, IDatagramOwner owner, DatagramBuffers buffers, bool receives) =>
        new PortableDatagramSocket(this, socket, owner, buffers, receives);

    protected override void Wait(bool mayWait)
    {
        if (mayWait)
        {
            _wake.WaitOne();
        }
    }

    /// <summary>Sockets that are ready have been scheduled by .NET's threads.</summary>
    protected override bool Dispatch(Tenure tenure) => true;

    protected override void Wake() => _wake.Set();

    protected override void Release()
    {
        // The event is left to the collector: a thread that lost the race against Stop may still set it.
    }
}
