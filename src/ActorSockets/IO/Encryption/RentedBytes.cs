using System.Buffers;

namespace ActorSockets.IO.Encryption;

/// <summary>
/// Bytes that wait, in an array of the pool that is given back when the last has been taken: empty, it holds nothing.
/// </summary>
internal struct RentedBytes
{
    private byte[]? _array;
    private int _start;
    private int _end;

    public readonly bool IsEmpty => _start == _end;

    public readonly int Count => _end - _start;

    public readonly ReadOnlySpan<byte> Span => _array.AsSpan(_start, _end - _start);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        Reserve(bytes.Length);
        bytes.CopyTo(_array.AsSpan(_end));
        _end += bytes.Length;
    }

    /// <summary>The first <paramref name="count"/> bytes are done with.</summary>
    public void Remove(int count)
    {
        _start += count;
        if (_start == _end)
        {
            Clear();
        }
    }

    /// <summary>Takes what fits.</summary>
    public int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, Count);
        Span[..count].CopyTo(buffer);
        Remove(count);
        return count;
    }

    public void Clear()
    {
        if (_array is not null)
        {
            // What was encrypted stays readable in the pool otherwise, for whoever rents next.
            ArrayPool<byte>.Shared.Return(_array, clearArray: true);
            _array = null;
        }

        _start = 0;
        _end = 0;
    }

    private void Reserve(int more)
    {
        if (_array is not null && _array.Length - _end >= more)
        {
            return;
        }

        var array = ArrayPool<byte>.Shared.Rent(Count + more);
        Span.CopyTo(array);
        _end = Count;
        _start = 0;
        if (_array is not null)
        {
            ArrayPool<byte>.Shared.Return(_array, clearArray: true);
        }

        _array = array;
    }
}
