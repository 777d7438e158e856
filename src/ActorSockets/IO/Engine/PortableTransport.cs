using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>A non-blocking <see cref="System.Net.Sockets.Socket"/> in a <see cref="PortableLoop"/>.</summary>
/// <remarks>
/// A receive of zero bytes that completes says "readable". There is no such question for writing: after a refusal the
/// bytes that were refused are sent asynchronously, from a copy, and the next write, which offers them again, is told
/// that they are gone.
/// </remarks>
internal sealed class PortableTransport : Transport, ILoopResident
{
    private const int MaxAsyncBytes = 64 * 1024;
    private static readonly TimeSpan ResetCheckInterval = TimeSpan.FromMilliseconds(250);

    private readonly PortableLoop _loop;
    private readonly SocketAsyncEventArgs _readArgs = new();
    private readonly LoopAction _onReadCompleted;
    private SocketAsyncEventArgs? _writeArgs;
    private ITransportOwner? _owner;
    private Timer? _resetWatch;
    private int _sentAsynchronously;
    private bool _isClosed;

    public PortableTransport(PortableLoop loop, Socket socket, EndPoint local, EndPoint remote)
        : base(loop, local, remote)
    {
        _loop = loop;
        Socket = socket;
        _onReadCompleted = new LoopAction(OnReadCompleted);
    }

    public override Socket Socket { get; }

    public ulong Key { get; set; }

    public override bool MayHaveFailed => true;

    public override void Attach(ITransportOwner owner)
    {
        _owner = owner;
        _loop.Add(this);
        Socket.Blocking = false;
        _readArgs.SetBuffer(Array.Empty<byte>(), 0, 0);
        _readArgs.Completed += (_, _) => _loop.Schedule(_onReadCompleted);
        WaitReadable();
    }

    public override void HandOver(ITransportOwner owner) => _owner = owner;

    public override IoResult TryRead(Span<byte> buffer)
    {
        var count = Socket.Receive(buffer, SocketFlags.None, out var error);
        if (error == SocketError.Success)
        {
            IsReadReady = count == buffer.Length;
            if (count > 0 && !IsReadReady)
            {
                WaitReadable();
            }

            return count == 0 ? End() : IoResult.Moved(count);
        }

        IsReadReady = false;
        if (error is not (SocketError.WouldBlock or SocketError.IOPending))
        {
            return IoResult.Failed(error);
        }

        WaitReadable();
        return IoResult.WouldBlock;
    }

    public override IoResult TryWrite(ReadOnlySpan<byte> bytes)
    {
        if (IsWriteBlocked)
        {
            return IoResult.WouldBlock;
        }

        if (_sentAsynchronously > 0)
        {
            var sent = _sentAsynchronously;
            _sentAsynchronously = 0;
            return IoResult.Moved(sent);
        }

        return _writeArgs is { SocketError: not SocketError.Success } failed
            ? IoResult.Failed(failed.SocketError)
            : Write(bytes);
    }

    public override SocketError TakePendingError() =>
        (SocketError)(int)Socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;

    public override SocketError ShutdownSend()
    {
        try
        {
            Socket.Shutdown(SocketShutdown.Send);
            return SocketError.Success;
        }
        catch (SocketException e)
        {
            // The peer has reset the connection.
            return e.SocketErrorCode;
        }
    }

    public override void Abort()
    {
        if (_isClosed)
        {
            return;
        }

        try
        {
            Socket.LingerState = new LingerOption(true, 0);
        }
        catch (SocketException)
        {
            // Already reset by the peer: there is nothing left to abort, and Close gives the socket back.
        }

        Close();
    }

    public override void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            IsReadReady = false;
            _loop.Remove(this);
            Socket.Dispose();
            _readArgs.Dispose();
            _writeArgs?.Dispose();
            _resetWatch?.Dispose();
        }
    }

    public void OnEngineStopping()
    {
        _owner?.OnEngineStopping();
        Abort();
    }

    /// <summary>
    /// The system tells of a reset once: if the wait for data was told, the read that follows sees an end only.
    /// </summary>
    private IoResult End() =>
        _readArgs.SocketError == SocketError.Success ? EndOfStream() : IoResult.Failed(_readArgs.SocketError);

    /// <summary>
    /// After the peer's end a receive completes at once, for ever, so it cannot tell of a reset: asked now and then.
    /// </summary>
    private IoResult EndOfStream()
    {
        var check = new LoopAction(CheckReset);
        _resetWatch = new Timer(_ => _loop.Schedule(check), null, ResetCheckInterval, ResetCheckInterval);
        return IoResult.EndOfStream;
    }

    private void CheckReset()
    {
        if (!_isClosed && Socket.Poll(0, SelectMode.SelectError))
        {
            _owner!.OnReadable();
        }
    }

    private void WaitReadable()
    {
        if (!Socket.ReceiveAsync(_readArgs))
        {
            _loop.Schedule(_onReadCompleted);
        }
    }

    private void OnReadCompleted()
    {
        if (!_isClosed)
        {
            IsReadReady = true;
            _owner!.OnReadable();
        }
    }

    private IoResult Write(ReadOnlySpan<byte> bytes)
    {
        var count = Socket.Send(bytes, SocketFlags.None, out var error);
        if (error == SocketError.Success)
        {
            return IoResult.Moved(count);
        }

        return error is SocketError.WouldBlock or SocketError.IOPending or SocketError.NoBufferSpaceAvailable
            ? WriteAsynchronously(bytes)
            : IoResult.Failed(error);
    }

    private IoResult WriteAsynchronously(ReadOnlySpan<byte> bytes)
    {
        _writeArgs ??= CreateWriteArgs();
        // A copy, because the system may read it until the completion, which can come after the owner has let go.
        _writeArgs.SetBuffer(bytes[..Math.Min(bytes.Length, MaxAsyncBytes)].ToArray());
        IsWriteBlocked = true;
        if (!Socket.SendAsync(_writeArgs))
        {
            _loop.Schedule(new LoopAction(OnWriteCompleted));
        }

        return IoResult.WouldBlock;
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
            _sentAsynchronously = _writeArgs!.BytesTransferred;
            _writeArgs.SetBuffer(Array.Empty<byte>(), 0, 0);
            _owner!.OnWritable();
        }
    }
}
