namespace Akka.IO;

public sealed partial class ByteString
{
    public ByteString Compact() => IsCompact ? this : CopyWhole();

    public ByteString Concat(ByteString other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.IsEmpty)
        {
            return this;
        }

        return IsEmpty
            ? other
            : new ByteString([.. GetSegments(), .. other.GetSegments()], checked(_count + other._count));
    }

    public ByteString Slice(int index) => Slice(index, _count - index);

    /// <summary>What lies outside this string is cut off, and no error.</summary>
    public ByteString Slice(int index, int count)
    {
        index = Math.Max(index, 0);
        count = Math.Min(count, _count - index);
        if (count <= 0)
        {
            return Empty;
        }

        if (count == _count)
        {
            return this;
        }

        return IsCompact ? new ByteString(Array, _offset + index, count) : SliceSegments(index, count);
    }

    /// <summary>Whether <paramref name="other"/> stands anywhere from <paramref name="index"/> on.</summary>
    public bool HasSubstring(ByteString other, int index) =>
        Slice(Math.Max(index, 0)).Memory.Span.IndexOf(other.Memory.Span) >= 0;

    public int IndexOf(byte b) => IndexOf(b, 0);

    public int IndexOf(byte b, int from)
    {
        var start = 0;
        foreach (var segment in GetSegments())
        {
            var skip = Math.Clamp(from - start, 0, segment.Count);
            var found = segment.AsSpan(skip).IndexOf(b);
            if (found >= 0)
            {
                return start + skip + found;
            }

            start += segment.Count;
        }

        return -1;
    }

    private ByteString SliceSegments(int index, int count)
    {
        var parts = new List<ArraySegment<byte>>(Segments.Length);
        var wanted = count;
        foreach (var segment in Segments)
        {
            var skip = Math.Min(index, segment.Count);
            var take = Math.Min(segment.Count - skip, wanted);
            index -= skip;
            wanted -= take;
            if (take > 0)
            {
                parts.Add(segment.Slice(skip, take));
            }
        }

        return parts.Count == 1 ? FromBytes(parts[0]) : new ByteString([.. parts], count);
    }

    /// <summary>Whether <paramref name="other"/>, which has as many bytes, has the same ones.</summary>
    private bool HasBytesOf(ByteString other)
    {
        if (IsCompact && other.IsCompact)
        {
            return Span.SequenceEqual(other.Span);
        }

        var start = 0;
        foreach (var segment in other.GetSegments())
        {
            if (!MatchesSpan(start, segment))
            {
                return false;
            }

            start += segment.Count;
        }

        return true;
    }

    private bool MatchesSpan(int start, ReadOnlySpan<byte> bytes)
    {
        foreach (var segment in GetSegments())
        {
            if (start >= segment.Count)
            {
                start -= segment.Count;
                continue;
            }

            var length = Math.Min(segment.Count - start, bytes.Length);
            if (!segment.AsSpan(start, length).SequenceEqual(bytes[..length]))
            {
                return false;
            }

            start = 0;
            bytes = bytes[length..];
        }

        return bytes.IsEmpty;
    }
}
