using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;

namespace Akka.IO;

/// <summary>
/// An immutable sequence of bytes. Slices and concatenations share the arrays of what they are made of;
/// <c>FromBytes</c> shares the caller's array too, which the caller must not write to again.
/// </summary>
/// <remarks>
/// One object of 32 bytes: nearly every instance is one stretch of one array, and pays for nothing more. Only a
/// concatenation holds a list of stretches, in the same field.
/// </remarks>
public sealed partial class ByteString : IEquatable<ByteString>, IEnumerable<byte>
{
    private const int Segmented = -1;

    // byte[] or, when _offset is Segmented, ArraySegment<byte>[]
    private readonly object _store;
    private readonly int _offset;
    private readonly int _count;

    private ByteString(byte[] array, int offset, int count)
    {
        _store = array;
        _offset = offset;
        _count = count;
    }

    private ByteString(ArraySegment<byte>[] segments, int count)
    {
        _store = segments;
        _offset = Segmented;
        _count = count;
    }

    public static ByteString Empty { get; } = new([], 0, 0);

    public int Count => _count;

    public bool IsEmpty => _count == 0;

    public bool IsCompact => _offset != Segmented;

    public byte this[int index] => At(index);

    // The offset says which of the two the store is, so the cast needs no check.
    private byte[] Array => Unsafe.As<byte[]>(_store);

    private ArraySegment<byte>[] Segments => Unsafe.As<ArraySegment<byte>[]>(_store);

    private ReadOnlySpan<byte> Span => new(Array, _offset, _count);

    /// <summary>The bytes at once when they are one stretch; otherwise a copy of them.</summary>
    internal ReadOnlyMemory<byte> Memory => IsCompact ? new ReadOnlyMemory<byte>(Array, _offset, _count) : ToArray();

    public bool Equals(ByteString? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        return other is not null && other._count == _count && HasBytesOf(other, 0);
    }

    public override bool Equals(object? obj) => Equals(obj as ByteString);

    public override int GetHashCode()
    {
        // As one stretch: HashCode.AddBytes gives other results for other cuts of the same bytes.
        var hash = default(HashCode);
        hash.AddBytes(Memory.Span);
        return hash.ToHashCode();
    }

    public override string ToString() => ToString(Encoding.UTF8);

    public string ToString(Encoding encoding) => encoding.GetString(Memory.Span);

    public IEnumerator<byte> GetEnumerator()
    {
        foreach (var segment in GetSegments())
        {
            for (var i = 0; i < segment.Count; i++)
            {
                yield return segment[i];
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static ByteString operator +(ByteString x, ByteString y) => x.Concat(y);

    public static bool operator ==(ByteString? x, ByteString? y) => x is null ? y is null : x.Equals(y);

    public static bool operator !=(ByteString? x, ByteString? y) => !(x == y);

    public static explicit operator ByteString(byte[] bytes) => CopyFrom(bytes);

    public static explicit operator byte[](ByteString byteString) => byteString.ToArray();

    private byte At(int index)
    {
        if ((uint)index >= (uint)_count)
        {
            throw new IndexOutOfRangeException(
                "Requested index is outside of the bounds of the ByteString.");
        }

        if (IsCompact)
        {
            return Array[_offset + index];
        }

        var segment = 0;
        while (index >= Segments[segment].Count)
        {
            index -= Segments[segment++].Count;
        }

        return Segments[segment][index];
    }

    private ArraySegment<byte>[] GetSegments() =>
        IsCompact ? [new ArraySegment<byte>(Array, _offset, _count)] : Segments;
}
