using System.Buffers;
using System.Text;
using ActorSockets.Framing;
using Akka.IO;

namespace ActorSockets.Tests.Framing;

public class RawFramerTests
{
    [Fact]
    public void Whatever_is_there_is_a_frame()
    {
        var input = new ReadOnlySequence<byte>([1, 2, 3]);

        Assert.True(RawFramer.Utf8.CreateDecoder(1).TryDecode(ref input, out var frame));

        Assert.Equal([1, 2, 3], Assert.IsType<ByteString>(frame).ToArray());
        Assert.True(input.IsEmpty);
    }

    [Fact]
    public void Sends_bytes_as_they_are_and_text_in_its_encoding()
    {
        var bytes = ByteString.FromBytes([1, 2]);

        Assert.Same(bytes, RawFramer.Utf8.Encode(bytes));
        Assert.Equal([0xC3, 0xA9], RawFramer.Utf8.Encode("é").ToArray());
        Assert.Equal([0xE9], new RawFramer(Encoding.Latin1).Encode("é").ToArray());
    }

    [Fact]
    public void A_sent_array_may_be_written_to_afterwards()
    {
        var array = new byte[] { 1 };

        var encoded = RawFramer.Utf8.Encode(array);
        array[0] = 2;

        Assert.Equal([1], encoded.ToArray());
    }
}
