namespace Akka.IO;

public sealed partial class ByteString
{
    public byte[] ToArray()
    {
        if (IsEmpty)
        {
            return [];
        }

        var array = GC.AllocateUninitializedArray<byte>(_count);
        CopyTo(array, _count);
        return array;
    }

    /// <summary>Copies at most <paramref name="count"/> bytes.</summary>
    /// <returns>How many were copied.</returns>
    public int CopyTo(byte[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var target = buffer.AsSpan();
        return CopyTo(ref target, index, count);
    }

    public int CopyTo(ref Memory<byte> buffer) => CopyTo(ref buffer, 0, buffer.Length);

    public int CopyTo(ref Memory<byte> buffer, int index, int count)
    {
        var target = buffer.Span;
        return CopyTo(ref target, index, count);
    }

    public int CopyTo(ref Span<byte> buffer) => CopyTo(ref buffer, 0, buffer.Length);

    public int CopyTo(ref Span<byte> buffer, int index, int count)
    {
        if (count == 0)
        {
            return 0;
        }

        if (index < 0 || index >= buffer.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(index), "Provided index is outside the bounds of the buffer to copy to.");
        }

        if (count < 0 || count > buffer.Length - index)
        {
            throw new ArgumentException(
                "Provided number of bytes to copy won't fit into provided buffer", nameof(count));
        }

        count = Math.Min(count, _count);
        CopyTo(buffer[index..], count);
        return count;
    }

    /// <summary>Writes each stretch by handing its array over: a stream can take the bytes without a copy.</summary>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (IsEmpty)
        {
            return;
        }

        if (IsCompact)
        {
            stream.Write(Array, _offset, _count);
            return;
        }

        foreach (var segment in Segments)
        {
            stream.Write(segment.Array!, segment.Offset, segment.Count);
        }
    }

    public async Task WriteToAsync(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (var segment in GetSegments())
        {
            await stream.WriteAsync(segment.AsMemory()).ConfigureAwait(false);
        }
    }

    private void CopyTo(Span<byte> target, int count)
    {
        if (IsCompact)
        {
            Span[..count].CopyTo(target);
            return;
        }

        foreach (var segment in Segments)
        {
            var length = Math.Min(segment.Count, count);
            segment.AsSpan(0, length).CopyTo(target);
            target = target[length..];
            count -= length;
        }
    }
}
