using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ActorSockets.IO.Engine;

/// <summary>A UDP socket in an <see cref="EpollLoop"/>. The <see cref="Socket"/> owns the descriptor.</summary>
internal sealed unsafe class EpollDatagramSocket : DatagramSocket, IEpollSource
{
    private readonly EpollLoop _loop;
    private readonly Socket _socket;
    private readonly IDatagramOwner _owner;
    private readonly MessageHeaders _headers;
    private readonly uint _interest;
    private readonly bool _isIPv6;
    private readonly bool _hasOnePeer;
    private bool _isClosed;

    public EpollDatagramSocket(
        EpollLoop loop,
        Socket socket,
        IDatagramOwner owner,
        DatagramBuffers buffers,
        bool receives)
        : base(loop, buffers)
    {
        _loop = loop;
        _socket = socket;
        _owner = owner;
        _headers = loop.HeadersFor(buffers);
        _interest = receives ? Libc.EpollIn : 0;
        _isIPv6 = socket.AddressFamily == AddressFamily.InterNetworkV6;
        _hasOnePeer = socket.Connected;
        Descriptor = (int)socket.SafeHandle.DangerousGetHandle();
        // Not for writing: a UDP socket is said to be writable again after each datagram that has left it, an event
        // for every one that is sent.
        loop.Register(this, _interest);
    }

    public int Descriptor { get; }

    public ulong Key { get; set; }

    public override void Receive()
    {
        Buffers.ClearIncoming();
        for (var news = 0; news < MaxNews; news++)
        {
            var count = Libc.ReceiveMany(Descriptor, _headers.Incoming, (uint)Buffers.Batch, 0, null);
            if (count >= 0)
            {
                _headers.TakeIncoming(count, _hasOnePeer);
                // Less than a batch: no more was there, or news came between, which make an event of their own.
                IsReadReady = count == Buffers.Batch;
                return;
            }

            if (Marshal.GetLastPInvokeError() == Errno.Again)
            {
                break;
            }
        }

        IsReadReady = false;
    }

    public override SocketError Send(out int sent)
    {
        var headers = _headers.Outgoing(_isIPv6);
        var failures = 0;
        sent = 0;
        while (sent < Buffers.OutCount)
        {
            var count = Libc.SendMany(Descriptor, headers + sent, (uint)(Buffers.OutCount - sent), Libc.NoSignal);
            if (count > 0)
            {
                sent += count;
                failures = 0;
            }
            else if (Marshal.GetLastPInvokeError() is var errno && errno == Errno.Again)
            {
                return Block();
            }
            else if (errno != Errno.Interrupted && ++failures > 1)
            {
                return Errno.ToSocketError(errno);
            }
        }

        return SocketError.Success;
    }

    public override void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            IsReadReady = false;
            _loop.Remove(this);
            _socket.Dispose();
        }
    }

    public void OnEvents(uint events)
    {
        if (IsWriteBlocked && (events & (Libc.EpollOut | Libc.EpollError)) != 0)
        {
            IsWriteBlocked = false;
            _loop.Change(this, _interest);
            _owner.OnWritable();
        }

        if (!_isClosed && _interest != 0 && (events & (Libc.EpollIn | Libc.EpollError)) != 0)
        {
            IsReadReady = true;
            _owner.OnReadable();
        }
    }

    public void OnEngineStopping()
    {
        _owner.OnEngineStopping();
        Close();
    }

    private SocketError Block()
    {
        IsWriteBlocked = true;
        _loop.Change(this, _interest | Libc.EpollOut);
        return SocketError.WouldBlock;
    }
}
