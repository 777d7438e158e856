using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ActorSockets.IO.Engine;

/// <summary>A stream socket in an <see cref="EpollLoop"/>.</summary>
/// <remarks>
/// Owns the descriptor: plain, or inside a <see cref="System.Net.Sockets.Socket"/> when option hooks have had to see
/// one (about 400 bytes and six system calls, which the others are spared).
/// </remarks>
internal sealed unsafe class EpollTransport : Transport, IEpollSource
{
    private readonly EpollLoop _loop;
    private Socket? _socket;
    private ITransportOwner? _owner;
    private bool _hasHungUp;
    private bool _hasFailed;
    private bool _isClosed;

    public EpollTransport(EpollLoop loop, int descriptor, EndPoint local, EndPoint remote)
        : base(loop, local, remote)
    {
        _loop = loop;
        Descriptor = descriptor;
    }

    public int Descriptor { get; }

    public ulong Key { get; set; }

    public override bool MayHaveFailed => _hasFailed;

    public override Socket Socket => _socket ??= new Socket(new SafeSocketHandle(Descriptor, ownsHandle: true));

    public override void Attach(ITransportOwner owner)
    {
        _owner = owner;
        _loop.Register(this);
    }

    public override void HandOver(ITransportOwner owner) => _owner = owner;

    public override IoResult TryRead(Span<byte> buffer)
    {
        nint count;
        do
        {
            fixed (byte* start = buffer)
            {
                count = Libc.Receive(Descriptor, start, (nuint)buffer.Length, 0);
            }
        }
        while (count < 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted);

        if (count > 0)
        {
            // epoll(7), Q9: a short read says that the socket is drained, and what comes later makes a new edge. Not so
            // when the edge also told of the peer's end: that is still to be read.
            IsReadReady = count == buffer.Length || _hasHungUp;
            return IoResult.Moved((int)count);
        }

        IsReadReady = false;
        return count == 0 ? IoResult.EndOfStream : Failure();
    }

    public override IoResult TryWrite(ReadOnlySpan<byte> bytes)
    {
        nint count;
        do
        {
            fixed (byte* start = bytes)
            {
                count = Libc.Send(Descriptor, start, (nuint)bytes.Length, Libc.NoSignal);
            }
        }
        while (count < 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted);

        // A short write says that the socket's buffer is full, as a short read says that it is empty.
        IsWriteBlocked = count < bytes.Length;
        return count >= 0 ? IoResult.Moved((int)count) : Failure();
    }

    public override SocketError TakePendingError()
    {
        var error = 0;
        var length = sizeof(int);
        return Libc.GetOption(Descriptor, Libc.LevelSocket, Libc.OptionError, &error, &length) == 0 && error != 0
            ? Errno.ToSocketError(error)
            : SocketError.Success;
    }

    public override SocketError ShutdownSend() => Libc.Shutdown(Descriptor, Libc.ShutdownWrite) == 0
        ? SocketError.Success
        : Errno.ToSocketError(Marshal.GetLastPInvokeError());

    public override void Abort()
    {
        if (!_isClosed)
        {
            // socket(7), SO_LINGER on with a time of zero: close discards what is unsent and resets the connection.
            var linger = stackalloc int[] { 1, 0 };
            _ = Libc.SetOption(Descriptor, Libc.LevelSocket, Libc.OptionLinger, linger, 2 * sizeof(int));
            Close();
        }
    }

    public override void Close()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        IsReadReady = false;
        _loop.Remove(this);
        if (_socket is not null)
        {
            _socket.Dispose();
        }
        else
        {
            _ = Libc.Close(Descriptor);
        }
    }

    public void OnEvents(uint events)
    {
        const uint hangUps = Libc.EpollPeerHangUp | Libc.EpollHangUp | Libc.EpollError;
        _hasHungUp |= (events & hangUps) != 0;
        _hasFailed |= (events & (Libc.EpollHangUp | Libc.EpollError)) != 0;
        // An edge reports all that is true at the time, so nearly every one says "writable": only news to a writer who
        // was refused. It goes first, as reading may close the transport.
        if (IsWriteBlocked && (events & (Libc.EpollOut | Libc.EpollHangUp | Libc.EpollError)) != 0)
        {
            IsWriteBlocked = false;
            _owner!.OnWritable();
        }

        if (!_isClosed && (events & (Libc.EpollIn | hangUps)) != 0)
        {
            IsReadReady = true;
            _owner!.OnReadable();
        }
    }

    public void OnEngineStopping()
    {
        _owner?.OnEngineStopping();
        Abort();
    }

    private static IoResult Failure()
    {
        var errno = Marshal.GetLastPInvokeError();
        return errno == Errno.Again ? IoResult.WouldBlock : IoResult.Failed(Errno.ToSocketError(errno));
    }
}
