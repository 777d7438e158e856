using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine.Memory;

/// <summary>One end of a connection in memory: behaves as a non-blocking TCP socket does, without one.</summary>
/// <remarks>
/// The two ends may live on different threads. Both pipes and what either end waits for are guarded by one lock, which
/// the pair shares: a reset changes both directions at once, and "there is nothing to read" and "tell me when there is"
/// must be one step, or the byte that comes between them would never be told of. Nobody else's code runs under it:
/// callbacks are called after it has been released, by which time they may be stale, as an edge of epoll may be.
/// </remarks>
internal sealed class MemoryEnd
{
    private static readonly Action Nobody = () => { };

    private readonly Lock _gate;
    private readonly MemoryPipe _in;
    private readonly MemoryPipe _out;
    private MemoryEnd _peer = null!;
    private Action _onReadable = Nobody;
    private Action _onWritable = Nobody;

    // Set by the read or write that found nothing to do, cleared by the callback: one callback for each.
    private bool _awaitsReading;
    private bool _awaitsWriting;

    // What the peer's reset has left to be told, once, as the kernel tells it.
    private SocketError _error;
    private bool _isClosed;

    private MemoryEnd(Lock gate, MemoryPipe @in, MemoryPipe @out, EndPoint local, EndPoint remote)
    {
        _gate = gate;
        _in = @in;
        _out = @out;
        Local = local;
        Remote = remote;
    }

    public EndPoint Local { get; }

    public EndPoint Remote { get; }

    private bool IsReadable => _in.Count > 0 || _in.IsEnded || _error != SocketError.Success;

    public static (MemoryEnd Client, MemoryEnd Server) CreatePair(EndPoint client, EndPoint server, int capacity)
    {
        var gate = new Lock();
        var up = new MemoryPipe(capacity);
        var down = new MemoryPipe(capacity);
        var one = new MemoryEnd(gate, down, up, client, server);
        var other = new MemoryEnd(gate, up, down, server, client) { _peer = one };
        one._peer = other;
        return (one, other);
    }

    /// <summary>Names what is called, on any thread, when there may be something to read, or room again.</summary>
    public void Attach(Action onReadable, Action onWritable)
    {
        bool isReadable;
        lock (_gate)
        {
            _onReadable = onReadable;
            _onWritable = onWritable;
            isReadable = IsReadable;
            _awaitsReading = !isReadable;
        }

        if (isReadable)
        {
            onReadable();
        }
    }

    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="hasMore">Whether another read would find more; if not, the callback comes when it does.</param>
    public IoResult Read(Span<byte> buffer, out bool hasMore)
    {
        var wake = Nobody;
        IoResult result;
        lock (_gate)
        {
            result = ReadLocked(buffer);
            if (result.Bytes > 0)
            {
                wake = _peer.TakeWritable();
            }

            hasMore = IsReadable;
            _awaitsReading = !hasMore;
        }

        wake();
        return result;
    }

    /// <summary>Takes what there is room for. If that is not all, the callback comes when there is more.</summary>
    public IoResult Write(ReadOnlySpan<byte> bytes)
    {
        Action wake;
        int count;
        lock (_gate)
        {
            if (TakeWriteError() is var error and not SocketError.Success)
            {
                return IoResult.Failed(error);
            }

            count = _out.Write(bytes);
            _awaitsWriting = count < bytes.Length;
            wake = count > 0 ? _peer.TakeReadable() : Nobody;
        }

        wake();
        return count > 0 || bytes.IsEmpty ? IoResult.Moved(count) : IoResult.WouldBlock;
    }

    public SocketError TakePendingError()
    {
        lock (_gate)
        {
            var error = _error;
            _error = SocketError.Success;
            return error;
        }
    }

    public SocketError ShutdownSend()
    {
        Action wake;
        lock (_gate)
        {
            if (_error != SocketError.Success || _peer._isClosed)
            {
                return SocketError.NotConnected;
            }

            _out.IsEnded = true;
            wake = _peer.TakeReadable();
        }

        wake();
        return SocketError.Success;
    }

    /// <summary>The peer is told of a reset, and loses what it has not read. Idempotent.</summary>
    public void Abort() => Close(isAbort: true);

    /// <summary>
    /// The peer can read what was written, and then the end, unless this end has left something unread: that is a
    /// reset, as it is of a TCP socket (RFC 1122, 4.2.2.13). Idempotent.
    /// </summary>
    public void Close() => Close(isAbort: false);

    private void Close(bool isAbort)
    {
        var readable = Nobody;
        var writable = Nobody;
        lock (_gate)
        {
            if (!_isClosed)
            {
                _isClosed = true;
                (readable, writable) = isAbort || _in.Count > 0 ? ResetPeer() : EndOutput();
                _in.Clear();
            }
        }

        readable();
        writable();
    }

    private IoResult ReadLocked(Span<byte> buffer)
    {
        if (_isClosed)
        {
            return IoResult.Failed(SocketError.OperationAborted);
        }

        if (_in.Count > 0)
        {
            return IoResult.Moved(_in.Read(buffer));
        }

        if (_error != SocketError.Success)
        {
            var error = _error;
            _error = SocketError.Success;
            return IoResult.Failed(error);
        }

        return _in.IsEnded ? IoResult.EndOfStream : IoResult.WouldBlock;
    }

    /// <summary>After an end of ours EPIPE; to a peer that is gone, its reset.</summary>
    private SocketError TakeWriteError()
    {
        var error = _error;
        _error = SocketError.Success;
        if (error == SocketError.Success && (_out.IsEnded || _isClosed))
        {
            return SocketError.Shutdown;
        }

        return error == SocketError.Success && _peer._isClosed ? SocketError.ConnectionReset : error;
    }

    private (Action Readable, Action Writable) ResetPeer()
    {
        if (_peer._isClosed)
        {
            return (Nobody, Nobody);
        }

        _out.Clear();
        _out.IsEnded = true;
        _peer._error = SocketError.ConnectionReset;
        // News also to an end that waits for nothing.
        _peer._awaitsReading = true;
        return (_peer.TakeReadable(), _peer.TakeWritable());
    }

    private (Action Readable, Action Writable) EndOutput()
    {
        _out.IsEnded = true;
        // Who waits for room will find that there is nobody to write to.
        return (_peer.TakeReadable(), _peer.TakeWritable());
    }

    private Action TakeReadable()
    {
        var isAwaited = _awaitsReading;
        _awaitsReading = false;
        return isAwaited ? _onReadable : Nobody;
    }

    private Action TakeWritable()
    {
        var isAwaited = _awaitsWriting;
        _awaitsWriting = false;
        return isAwaited ? _onWritable : Nobody;
    }
}
