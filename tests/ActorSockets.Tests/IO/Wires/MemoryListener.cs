using System.Net.Sockets;
using ActorSockets.IO.Engine;
using ActorSockets.IO.Engine.Memory;

namespace ActorSockets.Tests.IO.Wires;

/// <summary>Takes connections in memory on the thread that asks for them.</summary>
internal sealed class MemoryListener : RawListener, IAcceptorOwner
{
    private readonly AutoResetEvent _work = new(false);
    private readonly ManualLoop _loop;
    private readonly MemoryAcceptor _acceptor;

    public MemoryListener(MemoryEndPoint endPoint)
        : base(endPoint)
    {
        _loop = new ManualLoop(0, "raw", 16, _ => { }, _ => _work.Set());
        _acceptor = MemoryAcceptor.Open(_loop, endPoint, 100, this);
    }

    public override RawPeer? TryAccept(TimeSpan atMost)
    {
        AcceptedSocket accepted;
        while (_acceptor.TryAccept(out accepted) == SocketError.WouldBlock)
        {
            _loop.RunTurn();
            if (!_work.WaitOne(atMost))
            {
                return null;
            }
        }

        return new MemoryPeer(accepted.Memory!);
    }

    void IAcceptorOwner.OnAcceptable() => _work.Set();

    void IAcceptorOwner.OnEngineStopping()
    {
        // Nobody stops it.
    }

    protected override void Dispose(bool disposing)
    {
        _acceptor.Close();
        _work.Dispose();
    }
}
