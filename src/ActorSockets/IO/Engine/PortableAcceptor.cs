using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>
/// A listening socket in a <see cref="PortableLoop"/>: one asynchronous accept at a time, begun when asked.
/// </summary>
internal sealed class PortableAcceptor : Acceptor, ILoopResident
{
    private readonly PortableLoop _loop;
    private readonly Socket _socket;
    private readonly IAcceptorOwner _owner;
    private readonly SocketAsyncEventArgs _args = new();
    private bool _isWaiting;
    private bool _isCompleted;
    private bool _isClosed;

    public PortableAcceptor(PortableLoop loop, Socket socket, IAcceptorOwner owner)
    {
        _loop = loop;
        _socket = socket;
        _owner = owner;
        var onCompleted = new LoopAction(OnCompleted);
        _args.Completed += (_, _) => loop.Schedule(onCompleted);
    }

    public override EndPoint LocalEndPoint => _socket.LocalEndPoint!;

    public ulong Key { get; set; }

    public override SocketError TryAccept(out AcceptedSocket accepted)
    {
        accepted = default;
        if (!_isWaiting && !_isCompleted)
        {
            _isWaiting = true;
            _isCompleted = !_socket.AcceptAsync(_args);
            _isWaiting = !_isCompleted;
        }

        return _isWaiting ? SocketError.WouldBlock : TakeCompleted(out accepted);
    }

    public override void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _loop.Remove(this);
            _socket.Dispose();
            _args.AcceptSocket?.Dispose();
        }
    }

    public void OnEngineStopping()
    {
        _owner.OnEngineStopping();
        Close();
    }

    private SocketError TakeCompleted(out AcceptedSocket accepted)
    {
        accepted = default;
        _isCompleted = false;
        var socket = _args.AcceptSocket;
        _args.AcceptSocket = null;
        if (_args.SocketError != SocketError.Success)
        {
            socket?.Dispose();
            return _args.SocketError;
        }

        try
        {
            var local = NativeAddress.Plain(socket!.LocalEndPoint!);
            accepted = new AcceptedSocket(-1, socket, local, NativeAddress.Plain(socket.RemoteEndPoint!));
            return SocketError.Success;
        }
        catch (SocketException e)
        {
            // The peer reset before it could be asked for its address.
            socket!.Dispose();
            return e.SocketErrorCode == SocketError.NotConnected ? SocketError.ConnectionAborted : e.SocketErrorCode;
        }
    }

    private void OnCompleted()
    {
        _isWaiting = false;
        _isCompleted = true;
        if (_isClosed)
        {
            _args.AcceptSocket?.Dispose();
        }
        else
        {
            _owner.OnAcceptable();
        }
    }
}
