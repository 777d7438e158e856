using System.Text;

namespace Akka.IO;

public sealed partial class ByteString
{
    public static ByteString CopyFrom(byte[] array) => CopyFrom(array, 0, array.Length);

    public static ByteString CopyFrom(ArraySegment<byte> buffer) => Copy(buffer);

    public static ByteString CopyFrom(byte[] array, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(array);
        return CopyFrom(array.AsSpan(), offset, count);
    }

    public static ByteString CopyFrom(Memory<byte> memory) => Copy(memory.Span);

    public static ByteString CopyFrom(Memory<byte> memory, int offset, int count) =>
        CopyFrom(memory.Span, offset, count);

    public static ByteString CopyFrom(Span<byte> span) => Copy(span);

    public static ByteString CopyFrom(Span<byte> span, int offset, int count)
    {
        if (count == 0)
        {
            return Empty;
        }

        if (offset < 0 || offset >= span.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(offset), $"Provided offset of [{offset}] is outside bounds of an array [{span.Length}]");
        }

        if (count < 0 || count > span.Length - offset)
        {
            throw new ArgumentException(
                $"Provided length [{count}] of array to copy doesn't fit array length [{span.Length}] "
                + $"within given offset [{offset}]",
                nameof(count));
        }

        return Copy(span.Slice(offset, count));
    }

    public static ByteString CopyFrom(IEnumerable<ArraySegment<byte>> buffers) => FromBytes(buffers).CopyWhole();

    public static ByteString FromBytes(byte[] array) => FromBytes(array, 0, array.Length);

    public static ByteString FromBytes(ArraySegment<byte> buffer) =>
        buffer.Count == 0 ? Empty : new ByteString(buffer.Array!, buffer.Offset, buffer.Count);

    public static ByteString FromBytes(byte[] array, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (offset < 0 || (offset != 0 && offset >= array.Length))
        {
            throw new ArgumentOutOfRangeException(
                nameof(offset), $"Provided offset [{offset}] is outside bounds of an array");
        }

        if (count < 0 || count > array.Length - offset)
        {
            throw new ArgumentException(
                $"Provided length of array to copy [{count}] doesn't fit array length [{array.Length}] "
                + $"and offset [{offset}].",
                nameof(count));
        }

        return count == 0 ? Empty : new ByteString(array, offset, count);
    }

    public static ByteString FromBytes(IEnumerable<ArraySegment<byte>> buffers)
    {
        ArgumentNullException.ThrowIfNull(buffers);
        var segments = buffers.Where(buffer => buffer.Count > 0).ToArray();
        return segments.Length switch
        {
            0 => Empty,
            1 => FromBytes(segments[0]),
            _ => new ByteString(segments, segments.Sum(segment => segment.Count)),
        };
    }

    public static ByteString FromString(string str) => FromString(str, Encoding.UTF8);

    public static ByteString FromString(string str, Encoding encoding) =>
        string.IsNullOrEmpty(str) ? Empty : FromBytes(encoding.GetBytes(str));

    private static ByteString Copy(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return Empty;
        }

        // Every byte is written next: no need to have the array cleared first.
        var array = GC.AllocateUninitializedArray<byte>(bytes.Length);
        bytes.CopyTo(array);
        return new ByteString(array, 0, array.Length);
    }

    private ByteString CopyWhole() => IsEmpty ? Empty : new ByteString(ToArray(), 0, _count);
}
