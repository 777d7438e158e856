using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>An asynchronous connect in a <see cref="PortableLoop"/>.</summary>
internal sealed class PortableConnectAttempt : ConnectAttempt, ILoopResident
{
    private readonly PortableLoop _loop;
    private readonly Socket _socket;
    private readonly IConnectOwner _owner;
    private readonly SocketAsyncEventArgs _args = new();
    private bool _isOver;

    private PortableConnectAttempt(PortableLoop loop, Socket socket, IConnectOwner owner)
    {
        _loop = loop;
        _socket = socket;
        _owner = owner;
    }

    public ulong Key { get; set; }

    public static PortableConnectAttempt Start(PortableLoop loop, Socket socket, EndPoint remote, IConnectOwner owner)
    {
        var attempt = new PortableConnectAttempt(loop, socket, owner);
        var onCompleted = new LoopAction(attempt.OnCompleted);
        attempt._args.RemoteEndPoint = remote;
        attempt._args.Completed += (_, _) => loop.Schedule(onCompleted);
        loop.Add(attempt);
        if (!socket.ConnectAsync(attempt._args))
        {
            loop.Schedule(onCompleted);
        }

        return attempt;
    }

    public override void Cancel()
    {
        if (!_isOver)
        {
            _isOver = true;
            _loop.Remove(this);
            _socket.Dispose();
            _args.Dispose();
        }
    }

    public void OnEngineStopping()
    {
        _owner.OnEngineStopping();
        Cancel();
    }

    private void OnCompleted()
    {
        if (_isOver)
        {
            return;
        }

        if (_args.SocketError != SocketError.Success)
        {
            var error = _args.SocketError;
            Cancel();
            _owner.OnConnectFailed(error);
            return;
        }

        _isOver = true;
        _loop.Remove(this);
        _args.Dispose();
        Succeed();
    }

    private void Succeed()
    {
        Transport transport;
        try
        {
            var local = NativeAddress.Plain(_socket.LocalEndPoint!);
            var remote = NativeAddress.Plain(_socket.RemoteEndPoint!);
            transport = new PortableTransport(_loop, _socket, local, remote);
        }
        catch (SocketException e)
        {
            // The peer accepted and reset at once.
            _socket.Dispose();
            _owner.OnConnectFailed(e.SocketErrorCode);
            return;
        }

        _owner.OnConnected(transport);
    }
}
