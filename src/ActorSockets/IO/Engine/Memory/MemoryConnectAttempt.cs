using System.Net.Sockets;

namespace ActorSockets.IO.Engine.Memory;

/// <summary>
/// A connect to a <see cref="MemoryEndPoint"/>. Decided on the spot, told by way of the loop, as others are.
/// </summary>
internal sealed class MemoryConnectAttempt : ConnectAttempt, ILoopResident
{
    private readonly IoLoop _loop;
    private readonly MemoryEnd _end;
    private readonly IConnectOwner _owner;
    private bool _isOver;

    private MemoryConnectAttempt(IoLoop loop, MemoryEnd end, IConnectOwner owner)
    {
        _loop = loop;
        _end = end;
        _owner = owner;
    }

    public ulong Key { get; set; }

    public static MemoryConnectAttempt Start(
        IoLoop loop, MemoryEndPoint? local, MemoryEndPoint remote, IConnectOwner owner)
    {
        var error = remote.Network.TryConnect(local ?? remote.Network.NextClient(), remote, out var end);
        var attempt = new MemoryConnectAttempt(loop, end, owner) { _isOver = error != SocketError.Success };
        if (attempt._isOver)
        {
            owner.OnConnectFailed(error);
            return attempt;
        }

        loop.Add(attempt);
        loop.Schedule(new LoopAction(attempt.Succeed, end.Abort));
        return attempt;
    }

    public override void Cancel()
    {
        if (!_isOver)
        {
            _isOver = true;
            _loop.Remove(this);
            _end.Abort();
        }
    }

    public void OnEngineStopping()
    {
        _owner.OnEngineStopping();
        Cancel();
    }

    private void Succeed()
    {
        if (!_isOver)
        {
            _isOver = true;
            _loop.Remove(this);
            _owner.OnConnected(new MemoryTransport(_loop, _end));
        }
    }
}
