using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ActorSockets.IO.Engine;

/// <summary>A non-blocking connect(2) in an <see cref="EpollLoop"/>.</summary>
internal sealed unsafe class EpollConnectAttempt : ConnectAttempt, IEpollSource
{
    private readonly EpollLoop _loop;
    private readonly Socket _socket;
    private readonly IConnectOwner _owner;
    private bool _isOver;

    private EpollConnectAttempt(EpollLoop loop, Socket socket, IConnectOwner owner)
    {
        _loop = loop;
        _socket = socket;
        _owner = owner;
        Descriptor = (int)socket.SafeHandle.DangerousGetHandle();
    }

    public int Descriptor { get; }

    public ulong Key { get; set; }

    /// <summary>
    /// Registered only after connect(2): a stream socket that has not begun to connect reports that it hung up. An
    /// outcome that was there first is an edge too.
    /// </summary>
    public static EpollConnectAttempt Start(EpollLoop loop, Socket socket, EndPoint remote, IConnectOwner owner)
    {
        socket.Blocking = false;
        var attempt = new EpollConnectAttempt(loop, socket, owner);
        var error = attempt.Connect(remote);
        if (error == SocketError.Success || SocketErrors.IsConnecting(error))
        {
            loop.Register(attempt);
        }
        else
        {
            socket.Dispose();
            attempt._isOver = true;
            owner.OnConnectFailed(error);
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
        }
    }

    public void OnEvents(uint events)
    {
        var error = 0;
        var length = sizeof(int);
        _ = Libc.GetOption(Descriptor, Libc.LevelSocket, Libc.OptionError, &error, &length);
        if (error != 0)
        {
            Cancel();
            _owner.OnConnectFailed(Errno.ToSocketError(error));
        }
        else if ((events & Libc.EpollOut) != 0)
        {
            Succeed();
        }
    }

    public void OnEngineStopping()
    {
        _owner.OnEngineStopping();
        Cancel();
    }

    private SocketError Connect(EndPoint remote)
    {
        var address = remote.Serialize();
        fixed (byte* start = address.Buffer.Span)
        {
            return Libc.Connect(Descriptor, start, address.Size) == 0
                ? SocketError.Success
                : Errno.ToSocketError(Marshal.GetLastPInvokeError());
        }
    }

    private void Succeed()
    {
        Transport? transport = null;
        var error = SocketError.Success;
        try
        {
            transport = CreateTransport();
        }
        catch (SocketException e)
        {
            // The peer accepted and reset at once (getpeername(2): ENOTCONN), or there is no descriptor left.
            error = e.SocketErrorCode;
        }

        Cancel();
        if (transport is null)
        {
            _owner.OnConnectFailed(error);
        }
        else
        {
            _owner.OnConnected(transport);
        }
    }

    /// <summary>
    /// On a duplicate of the descriptor: the socket that was connected behind .NET's back does not know that it is, so
    /// that its remote end point, for one, would be hidden from option hooks. It is closed, and the connection is not.
    /// </summary>
    private EpollTransport CreateTransport()
    {
        var local = NativeAddress.LocalOf(Descriptor);
        var remote = NativeAddress.RemoteOf(Descriptor);
        _loop.Unregister(this);
        var duplicate = Libc.Control(Descriptor, Libc.Duplicate, 0);
        return duplicate >= 0
            ? new EpollTransport(_loop, duplicate, local, remote)
            : throw new SocketException((int)Errno.ToSocketError(Marshal.GetLastPInvokeError()));
    }
}
