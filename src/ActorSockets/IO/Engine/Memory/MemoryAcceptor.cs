using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine.Memory;

/// <summary>A name in a <see cref="MemoryNetwork"/> that takes connections, in a loop of any kind.</summary>
/// <remarks>Connections come from any thread: they wait, guarded by a lock, until the loop takes them.</remarks>
internal sealed class MemoryAcceptor : Acceptor, ILoopResident
{
    private readonly IoLoop _loop;
    private readonly MemoryEndPoint _endPoint;
    private readonly int _backlog;
    private readonly IAcceptorOwner _owner;
    private readonly LoopAction _onAcceptable;
    private readonly Queue<MemoryEnd> _waiting = new();

    // Set by the accept that found nobody, cleared by the callback.
    private bool _awaits;
    private bool _isClosed;

    private MemoryAcceptor(IoLoop loop, MemoryEndPoint endPoint, int backlog, IAcceptorOwner owner)
    {
        _loop = loop;
        _endPoint = endPoint;
        _backlog = backlog;
        _owner = owner;
        _onAcceptable = new LoopAction(OnAcceptable);
    }

    public string Name => _endPoint.Name;

    public override EndPoint LocalEndPoint => _endPoint;

    public ulong Key { get; set; }

    /// <exception cref="SocketException">The name is taken.</exception>
    public static MemoryAcceptor Open(IoLoop loop, MemoryEndPoint endPoint, int backlog, IAcceptorOwner owner)
    {
        var acceptor = new MemoryAcceptor(loop, endPoint, backlog, owner);
        if (!endPoint.Network.TryBind(acceptor))
        {
            throw new SocketException((int)SocketError.AddressAlreadyInUse);
        }

        loop.Add(acceptor);
        return acceptor;
    }

    /// <summary>A connection waits to be accepted, if there is room for one more. Any thread.</summary>
    public SocketError Offer(MemoryEnd server)
    {
        bool isAwaited;
        lock (_waiting)
        {
            if (_isClosed || _waiting.Count >= _backlog)
            {
                return _isClosed ? SocketError.ConnectionRefused : SocketError.WouldBlock;
            }

            _waiting.Enqueue(server);
            isAwaited = _awaits;
            _awaits = false;
        }

        if (isAwaited)
        {
            _loop.Schedule(_onAcceptable);
        }

        return SocketError.Success;
    }

    public override SocketError TryAccept(out AcceptedSocket accepted)
    {
        lock (_waiting)
        {
            _awaits = !_waiting.TryDequeue(out var end);
            accepted = end is null ? default : new AcceptedSocket(-1, null, end.Local, end.Remote, end);
            return end is null ? SocketError.WouldBlock : SocketError.Success;
        }
    }

    public override void Close()
    {
        MemoryEnd[] refused;
        lock (_waiting)
        {
            refused = [.. _waiting];
            _waiting.Clear();
            _isClosed = true;
        }

        _endPoint.Network.Unbind(this);
        _loop.Remove(this);
        foreach (var end in refused)
        {
            end.Abort();
        }
    }

    public void OnEngineStopping()
    {
        _owner.OnEngineStopping();
        Close();
    }

    private void OnAcceptable()
    {
        if (!_isClosed)
        {
            _owner.OnAcceptable();
        }
    }
}
