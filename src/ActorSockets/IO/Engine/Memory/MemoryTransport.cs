using System.Net.Sockets;

namespace ActorSockets.IO.Engine.Memory;

/// <summary>A <see cref="MemoryEnd"/> in a loop of any kind.</summary>
internal sealed class MemoryTransport : Transport, ILoopResident
{
    private readonly MemoryEnd _end;
    private ITransportOwner? _owner;
    private bool _isClosed;

    public MemoryTransport(IoLoop loop, MemoryEnd end)
        : base(loop, end.Local, end.Remote)
    {
        _end = end;
    }

    public ulong Key { get; set; }

    public override bool MayHaveFailed => true;

    /// <summary>None: option hooks have nothing to set here.</summary>
    public override Socket? Socket => null;

    /// <summary>The peer's thread may be another: what it sets off runs on this loop, as a kernel's edge.</summary>
    public override void Attach(ITransportOwner owner)
    {
        _owner = owner;
        Loop.Add(this);
        var readable = new LoopAction(OnReadable);
        var writable = new LoopAction(OnWritable);
        _end.Attach(() => Loop.Schedule(readable), () => Loop.Schedule(writable));
    }

    public override void HandOver(ITransportOwner owner) => _owner = owner;

    public override IoResult TryRead(Span<byte> buffer)
    {
        var result = _end.Read(buffer, out var hasMore);
        // After the end or an error there is nothing to come back for.
        IsReadReady = hasMore && result.Bytes > 0;
        return result;
    }

    public override IoResult TryWrite(ReadOnlySpan<byte> bytes)
    {
        if (IsWriteBlocked)
        {
            return IoResult.WouldBlock;
        }

        var result = _end.Write(bytes);
        IsWriteBlocked = !result.IsError && result.Bytes < bytes.Length;
        return result;
    }

    public override SocketError TakePendingError() => _end.TakePendingError();

    public override SocketError ShutdownSend() => _end.ShutdownSend();

    public override void Abort()
    {
        _end.Abort();
        Leave();
    }

    public override void Close()
    {
        _end.Close();
        Leave();
    }

    public void OnEngineStopping()
    {
        _owner?.OnEngineStopping();
        Abort();
    }

    private void Leave()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            IsReadReady = false;
            Loop.Remove(this);
        }
    }

    private void OnReadable()
    {
        if (!_isClosed)
        {
            IsReadReady = true;
            _owner!.OnReadable();
        }
    }

    private void OnWritable()
    {
        if (!_isClosed)
        {
            IsWriteBlocked = false;
            _owner!.OnWritable();
        }
    }
}
