using System.Text;
using Akka.IO;

namespace Akka.Tests.IO;

public class ByteStringTests
{
    private static readonly ByteString Whole = ByteString.FromBytes([1, 2, 3, 4, 5, 6, 7, 8, 9]);

    /// <summary>The same bytes as one stretch, in two, and in many with a gap before the first.</summary>
    public static TheoryData<ByteString> Shapes =>
    [
        Whole,
        ByteString.FromBytes([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0], 1, 9),
        Whole.Slice(0, 4) + Whole.Slice(4),
        Whole.Slice(0, 1) + Whole.Slice(1, 1) + (Whole.Slice(2, 5) + Whole.Slice(7)),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Bytes_are_the_same_however_they_are_cut(ByteString bytes)
    {
        Assert.Equal(9, bytes.Count);
        Assert.Equal(Whole, bytes);
        Assert.True(bytes == Whole);
        Assert.Equal(Whole.GetHashCode(), bytes.GetHashCode());
        Assert.Equal(Whole.ToArray(), bytes.ToArray());
        Assert.Equal(Whole.ToArray(), Enumerable.ToArray(bytes));
        Assert.Equal(Enumerable.Range(1, 9), Enumerable.Range(0, 9).Select(i => (int)bytes[i]));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_slice_holds_what_lies_between(ByteString bytes)
    {
        for (var start = 0; start <= 9; start++)
        {
            for (var count = 0; count <= 9 - start; count++)
            {
                Assert.Equal(Whole.ToArray().AsSpan(start, count).ToArray(), bytes.Slice(start, count).ToArray());
            }

            Assert.Equal(9 - start, bytes.Slice(start).Count);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Slices_are_cut_off_at_the_ends(ByteString bytes)
    {
        Assert.Same(bytes, bytes.Slice(0));
        Assert.Equal(bytes, bytes.Slice(-3, 100));
        Assert.Same(ByteString.Empty, bytes.Slice(9));
        Assert.Equal([9], bytes.Slice(100, 1).ToArray());
        Assert.Same(ByteString.Empty, bytes.Slice(100));
        Assert.Same(ByteString.Empty, ByteString.Empty.Slice(0, 1));
        Assert.Same(ByteString.Empty, bytes.Slice(1, -1));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Index_of_a_byte_counts_from_the_start(ByteString bytes)
    {
        Assert.Equal(0, bytes.IndexOf(1));
        Assert.Equal(8, bytes.IndexOf(9));
        Assert.Equal(6, bytes.IndexOf(7, 6));
        Assert.Equal(-1, bytes.IndexOf(7, 7));
        Assert.Equal(-1, bytes.IndexOf(10));
        Assert.Equal(-1, bytes.IndexOf(1, 100));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_part_is_found_at_its_index_and_nowhere_else(ByteString bytes)
    {
        Assert.True(bytes.HasSubstring(Whole.Slice(3, 4), 3));
        Assert.False(bytes.HasSubstring(Whole.Slice(3, 4), 0));
        Assert.True(bytes.HasSubstring(Whole.Slice(3, 1) + Whole.Slice(4, 3), 3));
        Assert.False(bytes.HasSubstring(Whole.Slice(3, 4), 4));
        Assert.True(bytes.HasSubstring(ByteString.Empty, 0));
        Assert.False(bytes.HasSubstring(Whole + Whole, 0));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Copies_as_much_as_it_has_and_there_is_room_for(ByteString bytes)
    {
        var buffer = new byte[12];
        Assert.Equal(9, bytes.CopyTo(buffer, 2, 10));
        Assert.Equal([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0], buffer);

        Span<byte> small = stackalloc byte[5];
        Assert.Equal(5, bytes.CopyTo(ref small));
        Assert.Equal([1, 2, 3, 4, 5], small.ToArray());

        Memory<byte> memory = new byte[3];
        Assert.Equal(2, bytes.CopyTo(ref memory, 1, 2));
        Assert.Equal([0, 1, 2], memory.ToArray());
    }

    [Fact]
    public void Copying_out_of_bounds_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Whole.CopyTo(new byte[4], 4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Whole.CopyTo(new byte[4], -1, 1));
        Assert.Throws<ArgumentException>(() => Whole.CopyTo(new byte[4], 1, 4));
        Assert.Equal(0, Whole.CopyTo([], 0, 0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(9)]
    public void There_is_no_byte_outside(int index) => Assert.Throws<IndexOutOfRangeException>(() => Whole[index]);

    [Fact]
    public void CopyFrom_takes_a_copy_and_FromBytes_the_array_itself()
    {
        var array = new byte[] { 1, 2, 3 };
        var copies = new[]
        {
            ByteString.CopyFrom(array),
            ByteString.CopyFrom(array, 0, 3),
            ByteString.CopyFrom(new ArraySegment<byte>(array)),
            ByteString.CopyFrom(array.AsMemory()),
            ByteString.CopyFrom(array.AsMemory(), 0, 3),
            ByteString.CopyFrom(array.AsSpan()),
            ByteString.CopyFrom(array.AsSpan(), 0, 3),
            ByteString.CopyFrom([new ArraySegment<byte>(array, 0, 1), new ArraySegment<byte>(array, 1, 2)]),
            (ByteString)array,
        };
        var wrapped = ByteString.FromBytes(array);

        array[0] = 9;

        Assert.All(copies, copy => Assert.Equal([1, 2, 3], copy.ToArray()));
        Assert.Equal([9, 2, 3], wrapped.ToArray());
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 3)]
    [InlineData(0, -1)]
    public void What_lies_outside_of_the_array_is_refused(int offset, int count)
    {
        var array = new byte[3];

        Assert.ThrowsAny<ArgumentException>(() => ByteString.FromBytes(array, offset, count));
        Assert.ThrowsAny<ArgumentException>(() => ByteString.CopyFrom(array, offset, count));
    }

    [Fact]
    public void Nothing_is_copied_from_anywhere_and_wrapped_only_inside_of_the_array()
    {
        var array = new byte[3];

        Assert.Same(ByteString.Empty, ByteString.CopyFrom(array, 9, 0));
        Assert.Same(ByteString.Empty, ByteString.FromBytes(array, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ByteString.FromBytes(array, 3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ByteString.CopyFrom(array, 3, 1));
        Assert.Throws<ArgumentException>(() => ByteString.CopyFrom(array, 2, 2));
        Assert.Throws<ArgumentNullException>(() => ByteString.CopyFrom(null!, 0, 1));
        Assert.Throws<ArgumentNullException>(() => ByteString.FromBytes(null!, 0, 1));
        Assert.Throws<ArgumentNullException>(() => Whole.CopyTo(null!, 0, 1));
        Assert.Throws<ArgumentNullException>(() => Whole.WriteTo(null!));
    }

    [Fact]
    public void Only_a_concatenation_is_not_compact()
    {
        var joined = Whole + Whole;

        Assert.True(ByteString.Empty.IsCompact);
        Assert.True(Whole.IsCompact);
        Assert.Same(Whole, Whole.Compact());
        Assert.False(joined.IsCompact);
        Assert.True(joined.Compact().IsCompact);
        Assert.Equal(joined, joined.Compact());
        Assert.True(joined.Slice(9).IsCompact);
    }

    [Fact]
    public void Nothing_added_changes_nothing()
    {
        Assert.Same(Whole, Whole + ByteString.Empty);
        Assert.Same(Whole, ByteString.Empty + Whole);
        Assert.Same(ByteString.Empty, ByteString.FromBytes(Array.Empty<byte>()));
        Assert.Same(ByteString.Empty, ByteString.FromBytes([new ArraySegment<byte>([])]));
        Assert.Same(ByteString.Empty, ByteString.CopyFrom(Array.Empty<byte>()));
        Assert.Same(ByteString.Empty, ByteString.FromString(""));
        Assert.Throws<ArgumentNullException>(() => Whole.Concat(null!));
    }

    [Fact]
    public void Equality_is_of_bytes()
    {
        ByteString? none = null;

        Assert.NotEqual(Whole, Whole.Slice(1));
        Assert.NotEqual(Whole.Slice(0, 8), Whole.Slice(1));
        Assert.NotEqual(Whole.Slice(0, 4) + Whole.Slice(5), Whole.Slice(0, 5) + Whole.Slice(6));
        Assert.False(Whole.Equals(null));
        Assert.False(Whole.Equals("1"));
        Assert.True(none == null);
        Assert.True(none != Whole);
    }

    [Fact]
    public void Characters_may_be_cut_through()
    {
        var utf16 = Encoding.Unicode.GetBytes("ǢBC");
        var utf8 = Encoding.UTF8.GetBytes("ǢBC");

        var cut16 = ByteString.CopyFrom(utf16, 0, 3) + ByteString.CopyFrom(utf16, 3, 3);
        var cut8 = ByteString.CopyFrom(utf8, 0, 1) + ByteString.CopyFrom(utf8, 1, 3);

        Assert.Equal("ǢBC", cut16.ToString(Encoding.Unicode));
        Assert.Equal("ǢBC", cut8.ToString(Encoding.UTF8));
        Assert.Equal("ǢBC", cut8.ToString());
    }

    [Fact]
    public void Writing_to_a_stream_hands_over_the_arrays_themselves()
    {
        byte[] first = [1, 2, 3], second = [4, 5];
        var stream = new RecordingStream();

        (ByteString.FromBytes(first, 1, 2) + ByteString.FromBytes(second)).WriteTo(stream);
        ByteString.FromBytes(second, 0, 1).WriteTo(stream);
        ByteString.Empty.WriteTo(stream);

        Assert.Equal([(first, 1, 2), (second, 0, 2), (second, 0, 1)], stream.Writes);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Writing_asynchronously_writes_the_same(ByteString bytes)
    {
        var stream = new MemoryStream();

        await bytes.WriteToAsync(stream);

        Assert.Equal(Whole.ToArray(), stream.ToArray());
    }

    [Fact]
    public void One_stretch_costs_at_most_forty_bytes_beside_its_array()
    {
        var array = new byte[64];
        var kept = new ByteString[1000];
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = ByteString.FromBytes(array);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 40 * kept.Length);
    }

    private sealed class RecordingStream : MemoryStream
    {
        public List<(byte[] Array, int Offset, int Count)> Writes { get; } = [];

        public override void Write(byte[] buffer, int offset, int count) => Writes.Add((buffer, offset, count));
    }
}
