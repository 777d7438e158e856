namespace Akka.IO;

public sealed partial class ByteString
{
    public ByteString Compact() => IsCompact ? this : CopyWhole();

    public ByteString Concat(ByteString other)
    {
        if (other is null)
        {
            throw new ArgumentNullException(nameof(other), "Cannot append null to ByteString.");
        }

        if (other.IsEmpty)
        {
            return this;
        }

        return IsEmpty
            ? other
            : new ByteString([.. GetSegments(), .. other.GetSegments()], checked(_count + other._count));
    }

    public ByteString Slice(int index) => Slice(index, _count - index);

    /// <summary>What lies outside this string is cut off, and no error; behind the end lies the last byte.</summary>
    public ByteString Slice(int index, int count)
    {
        index = Math.Clamp(index, 0, Math.Max(_count - 1, 0));
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

    /// <summary>Whether <paramref name="other"/> stands at <paramref name="index"/>.</summary>
    public bool HasSubstring(ByteString other, int index) =>
        index >= 0 && other._count <= _count - index && HasBytesOf(other, index);

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

    /// <summary>Whether the bytes from <paramref name="start"/> on, which are enough, are the other's.</summary>
    private bool HasBytesOf(ByteString other, int start)
    {
        if (IsCompact && other.IsCompact)
        {
            return Span.Slice(start, other._count).SequenceEqual(other.Span);
        }

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
