using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>A non-blocking UDP <see cref="Socket"/> in a <see cref="PortableLoop"/>.</summary>
/// <remarks>
/// An asynchronous receive that only looks at the next datagram says "readable". There is no such question for
/// sending: a datagram that was refused is sent asynchronously, from a copy, and the next send, which offers it again,
/// is told how that went.
/// </remarks>
internal sealed class PortableDatagramSocket : DatagramSocket, ILoopResident
{
    private readonly PortableLoop _loop;
    private readonly Socket _socket;
    private readonly IDatagramOwner _owner;
    private readonly bool _isIPv6;
    private readonly bool _hasOnePeer;
    private readonly SocketAsyncEventArgs _readArgs = new();
    private readonly LoopAction _onReadCompleted;

    // Whom the last datagram was from: the next gets the same object when it is from the same.
    private EndPoint _from;
    private SocketAsyncEventArgs? _writeArgs;
    private SocketError? _sentAsynchronously;
    private bool _isClosed;

    public PortableDatagramSocket(
        PortableLoop loop,
        Socket socket,
        IDatagramOwner owner,
        DatagramBuffers buffers,
        bool receives)
        : base(loop, buffers)
    {
        _loop = loop;
        _socket = socket;
        _owner = owner;
        _isIPv6 = socket.AddressFamily == AddressFamily.InterNetworkV6;
        _hasOnePeer = socket.Connected;
        _from = new IPEndPoint(_isIPv6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        _onReadCompleted = new LoopAction(OnReadCompleted);
        loop.Add(this);
        if (receives)
        {
            _readArgs.SetBuffer(new byte[1]);
            _readArgs.Completed += (_, _) => loop.Schedule(_onReadCompleted);
            WaitReadable();
        }
    }

    public ulong Key { get; set; }

    public override void Receive()
    {
        Buffers.ClearIncoming();
        var news = 0;
        while (Buffers.InCount < Buffers.Batch && news < MaxNews && _socket.Poll(0, SelectMode.SelectRead))
        {
            if (!TryReceiveOne())
            {
                news++;
            }
        }

        IsReadReady = Buffers.InCount == Buffers.Batch;
        if (!IsReadReady)
        {
            WaitReadable();
        }
    }

    public override SocketError Send(out int sent)
    {
        for (sent = 0; sent < Buffers.OutCount; sent++)
        {
            var error = TakeAsynchronous() ?? SendOne(sent, mayBeOldNews: true);
            if (error != SocketError.Success)
            {
                return error;
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
            _readArgs.Dispose();
            _writeArgs?.Dispose();
        }
    }

    public void OnEngineStopping()
    {
        _owner.OnEngineStopping();
        Close();
    }

    /// <summary>False: it was no datagram, but news of an earlier one.</summary>
    private bool TryReceiveOne()
    {
        var slot = Buffers.Slot(Buffers.InCount);
        try
        {
            var length = _hasOnePeer
                ? _socket.Receive(slot, SocketFlags.None)
                : _socket.ReceiveFrom(slot, SocketFlags.None, ref _from);
            Buffers.AddIncoming(length, _hasOnePeer ? null : (IPEndPoint)NativeAddress.Plain(_from));
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.MessageSize)
        {
            // Windows tells what other systems cut in silence.
            Buffers.AddIncoming(Buffers.ReadBytes, null);
            return true;
        }
        catch (SocketException)
        {
            // An ICMP error, or a datagram whose checksum turned out to be wrong after it had been announced.
            return false;
        }
    }

    private SocketError? TakeAsynchronous()
    {
        var outcome = _sentAsynchronously;
        _sentAsynchronously = null;
        return outcome;
    }

    private SocketError SendOne(int index, bool mayBeOldNews)
    {
        var payload = Buffers.OutPayload(index);
        var target = Target(index);
        try
        {
            _ = target is null
                ? _socket.Send(payload, SocketFlags.None)
                : _socket.SendTo(payload, SocketFlags.None, target);
            return SocketError.Success;
        }
        catch (SocketException e) when (IsFull(e.SocketErrorCode))
        {
            SendAsynchronously(payload, target);
            return SocketError.WouldBlock;
        }
        catch (SocketException e)
        {
            // The route, the size or the permission is wrong: then it is wrong the second time too.
            return mayBeOldNews ? SendOne(index, mayBeOldNews: false) : e.SocketErrorCode;
        }
    }

    private static bool IsFull(SocketError error) =>
        error is SocketError.WouldBlock or SocketError.IOPending or SocketError.NoBufferSpaceAvailable;

    private IPEndPoint? Target(int index)
    {
        var target = Buffers.TargetOf(index);
        return target is not null && _isIPv6 && target.AddressFamily == AddressFamily.InterNetwork
            ? new IPEndPoint(target.Address.MapToIPv6(), target.Port)
            : target;
    }

    private void SendAsynchronously(ReadOnlySpan<byte> payload, IPEndPoint? target)
    {
        _writeArgs ??= CreateWriteArgs();
        // A copy, because the system may read it until the completion, when the buffers hold other datagrams.
        _writeArgs.SetBuffer(payload.ToArray());
        _writeArgs.RemoteEndPoint = target;
        IsWriteBlocked = true;
        if (!(target is null ? _socket.SendAsync(_writeArgs) : _socket.SendToAsync(_writeArgs)))
        {
            _loop.Schedule(new LoopAction(OnWriteCompleted));
        }
    }

    private SocketAsyncEventArgs CreateWriteArgs()
    {
        var args = new SocketAsyncEventArgs();
        args.Completed += (_, _) => _loop.Schedule(new LoopAction(OnWriteCompleted));
        return args;
    }

    private void OnWriteCompleted()
    {
        if (!_isClosed)
        {
            IsWriteBlocked = false;
            _sentAsynchronously = _writeArgs!.SocketError;
            _owner.OnWritable();
        }
    }

    private void WaitReadable()
    {
        _readArgs.SocketFlags = SocketFlags.Peek;
        if (!_socket.ReceiveAsync(_readArgs))
        {
            _loop.Schedule(_onReadCompleted);
        }
    }

    private void OnReadCompleted()
    {
        if (!_isClosed)
        {
            IsReadReady = true;
            _owner.OnReadable();
        }
    }
}
