using System.Buffers;

namespace ActorSockets.Server;

/// <summary>The bytes of a connection that belong to no frame yet. Between two reads it holds a copy of them, and no
/// array at all when there are none: an idle connection costs nothing here.</summary>
/// <remarks>The array comes from the shared pool. Nothing that a decoder returned may refer to it: the decoder's
/// contract says so.</remarks>
internal struct InboundBuffer
{
    private byte[]? _bytes;
    private int _start;
    private int _end;

    /// <summary>Unread bytes with those of a new read behind them. Without unread bytes, the read is not
    /// copied.</summary>
    public ReadOnlySequence<byte> With(ArraySegment<byte> fresh)
    {
        if (_bytes is null)
            return new ReadOnlySequence<byte>(fresh);

        MakeRoom(fresh.Count);
        fresh.CopyTo(_bytes, _end);
        _end += fresh.Count;
        return new ReadOnlySequence<byte>(_bytes, _start, _end - _start);
    }

    /// <summary>Keeps the last bytes of what <see cref="With"/> returned for the next time.</summary>
    public void Keep(int count, ArraySegment<byte> fresh)
    {
        if (count == 0)
        {
            Release();
        }
        else if (_bytes is null)
        {
            _bytes = ArrayPool<byte>.Shared.Rent(count);
            fresh[^count..].CopyTo(_bytes);
            (_start, _end) = (0, count);
        }
        else
        {
            _start = _end - count;
        }
    }

    public void Release()
    {
        if (_bytes is null)
            return;
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _start, _end) = (null, 0, 0);
    }

    private void MakeRoom(int more)
    {
        var count = _end - _start;
        if (_end + more <= _bytes!.Length)
            return;

        var target = count + more <= _bytes.Length ? _bytes : ArrayPool<byte>.Shared.Rent(RoomFor(count, more));
        Buffer.BlockCopy(_bytes, _start, target, 0, count);
        if (target != _bytes)
            ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _start, _end) = (target, 0, count);
    }

    // Doubling keeps the copying of a long frame that comes in small pieces in proportion to its length.
    private readonly int RoomFor(int count, int more) => Math.Max(count + more, Math.Min(2 * _bytes!.Length, 1 << 30));
}
