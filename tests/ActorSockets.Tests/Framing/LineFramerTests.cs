using System.Buffers;
using System.Text;
using ActorSockets.Framing;
using Akka.IO;

namespace ActorSockets.Tests.Framing;

public class LineFramerTests
{
    private static readonly UTF8Encoding Utf8 = new(false);

    // Line ends of both kinds, empty lines, a CR within a line, characters of 2, 3 and 4 bytes, and code points whose
    // UTF-16 halves look like a line feed: U+0A0A, and U+000A's byte behind U+0100 or before U+0061.
    private static readonly string[] Lines =
        ["hello", "", "naïve café", "a\rb", "日本語", "🙂🙃", "\u0A0A\u0100\u0A61", "\u010A\u0A00", "last"];

    private static readonly string Text =
        string.Concat(Lines.Select((line, i) => line + (i % 2 == 0 ? "\n" : "\r\n")));

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Finds_the_same_lines_wherever_the_input_is_cut(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes(Text);

        for (var place = 0; place < bytes.Length; place++)
        {
            var (frames, left) = Decode(new LineFramer { Encoding = encoding }, Framed.Cut(bytes, place));
            Assert.Equal(Lines, frames);
            Assert.Equal(0, left);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Finds_the_same_lines_when_the_input_drips(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var (frames, _) = Decode(new LineFramer { Encoding = encoding }, Framed.Drip(encoding.GetBytes(Text)));

        Assert.Equal(Lines, frames);
    }

    [Fact]
    public void Finds_lines_in_a_sequence_of_several_segments()
    {
        var input = Framed.InSegments(Framed.Drip(Utf8.GetBytes("ab\r\ncd\nrest")));
        var decoder = LineFramer.Utf8.CreateDecoder(100);

        Assert.True(decoder.TryDecode(ref input, out var first));
        Assert.True(decoder.TryDecode(ref input, out var second));
        Assert.False(decoder.TryDecode(ref input, out _));

        Assert.Equal(("ab", "cd", 4L), (first, second, input.Length));
    }

    [Fact]
    public void Decodes_one_byte_encodings()
    {
        var (frames, _) = Decode(new LineFramer { Encoding = Encoding.Latin1 }, [[0xE9, (byte)'t', 0xE9, (byte)'\n']]);

        Assert.Equal(["été"], frames);
    }

    [Fact]
    public void Joins_a_character_that_arrives_in_two_reads()
    {
        var (frames, _) = Decode(LineFramer.Utf8, [[0xE2], [0x82], [0xAC, (byte)'\n']]);

        Assert.Equal(["€"], frames);
    }

    [Fact]
    public void What_follows_the_last_line_end_is_no_line()
    {
        var (frames, left) = Decode(LineFramer.Utf8, [Utf8.GetBytes("one\ntw")]);

        Assert.Equal(["one"], frames);
        Assert.Equal(2, left);
    }

    [Theory]
    [InlineData("utf-8", "12345678\n")]
    [InlineData("utf-8", "12345678\r\n")]
    [InlineData("utf-8", "é234567\r\n")]
    [InlineData("utf-16", "1234\r\n")]
    public void A_line_of_exactly_the_limit_passes_wherever_it_is_cut(string name, string line)
    {
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes(line);

        for (var place = 0; place < bytes.Length; place++)
        {
            var (frames, _) = Decode(new LineFramer { Encoding = encoding }, Framed.Cut(bytes, place), limit: 8);
            Assert.Equal([line.TrimEnd('\r', '\n')], frames);
        }
    }

    [Theory]
    [InlineData("utf-8", "123456789")]
    [InlineData("utf-8", "123456789\n")]
    [InlineData("utf-8", "12345678\r\r\n")]
    [InlineData("utf-16", "12345")]
    public void A_longer_line_is_refused_before_its_end_has_arrived(string name, string line)
    {
        var encoding = Encoding.GetEncoding(name);

        var thrown = Assert.Throws<FrameException>(() => Decode(
            new LineFramer { Encoding = encoding }, Framed.Drip(encoding.GetBytes(line)), limit: 8));

        Assert.Equal(CloseReason.FrameTooLong, thrown.Reason);
        Assert.Equal("error: line longer than 8 bytes", thrown.Reply);
    }

    [Fact]
    public void Frames_before_the_long_line_are_found()
    {
        var input = new ReadOnlySequence<byte>(Utf8.GetBytes("ok\n123456789"));
        var decoder = LineFramer.Utf8.CreateDecoder(8);

        Assert.True(decoder.TryDecode(ref input, out var frame));
        Assert.Equal("ok", frame);
        Assert.Throws<FrameException>(() => decoder.TryDecode(ref input, out _));
    }

    [Theory]
    [InlineData("too long", "too long")]
    [InlineData("max {limit}", "max 8")]
    [InlineData("", null)]
    public void The_answer_to_a_long_line_can_be_chosen(string reply, string? expected)
    {
        var framer = new LineFramer { TooLongReply = reply };

        var thrown = Assert.Throws<FrameException>(() => Decode(framer, [Utf8.GetBytes("123456789")], limit: 8));

        Assert.Equal(expected, thrown.Reply);
    }

    [Fact]
    public void Malformed_text_is_replaced_by_default()
    {
        var (frames, _) = Decode(LineFramer.Utf8, [[(byte)'a', 0xFF, (byte)'b', (byte)'\n']]);

        Assert.Equal(["a\uFFFDb"], frames);
    }

    [Fact]
    public void Malformed_text_can_be_rejected()
    {
        var framer = new LineFramer { MalformedText = MalformedText.Reject };

        var thrown = Assert.Throws<FrameException>(() => Decode(framer, [[(byte)'a', 0xFF, (byte)'\n']]));

        Assert.Equal(CloseReason.InvalidFrame, thrown.Reason);
        Assert.Equal("error: not valid utf-8", thrown.Reply);
    }

    [Fact]
    public void Half_a_character_before_a_line_end_is_malformed()
    {
        var framer = new LineFramer { MalformedText = MalformedText.Reject };

        Assert.Throws<FrameException>(() => Decode(framer, [[0xE2, 0x82], [(byte)'\n']]));
    }

    [Fact]
    public void Sends_text_with_a_line_end()
    {
        Assert.Equal("été\n", LineFramer.Utf8.Encode("été").ToString(Utf8));
        Assert.Equal("x\r\n", new LineFramer { NewLine = "\r\n" }.Encode("x").ToString(Utf8));
        Assert.Equal("x\n", new LineFramer { Encoding = Encoding.Unicode }.Encode("x").ToString(Encoding.Unicode));
    }

    [Fact]
    public void Sends_bytes_as_they_are()
    {
        Assert.Equal([1, 2], LineFramer.Utf8.Encode(ByteString.FromBytes([1, 2])).ToArray());
        Assert.Equal([1, 2], LineFramer.Utf8.Encode(new byte[] { 1, 2 }).ToArray());
        Assert.Equal([1, 2], LineFramer.Utf8.Encode(new ReadOnlyMemory<byte>([1, 2])).ToArray());
    }

    [Fact]
    public void Says_what_it_cannot_send()
    {
        var thrown = Assert.Throws<ArgumentException>(() => LineFramer.Utf8.Encode(42));

        Assert.Contains("LineFramer cannot send a Int32", thrown.Message);
    }

    [Fact]
    public void A_line_ends_in_nothing_but_a_line_end() =>
        Assert.Throws<ArgumentException>(() => new LineFramer { NewLine = ";" });

    [Fact]
    public void Framers_with_the_same_settings_are_equal()
    {
        Assert.Equal(LineFramer.Utf8, new LineFramer { Encoding = new UTF8Encoding(false) });
        Assert.NotEqual(LineFramer.Utf8, new LineFramer { NewLine = "\r\n" });
        Assert.Equal(RawFramer.Utf8, new RawFramer(new UTF8Encoding(false)));
        Assert.NotEqual(RawFramer.Utf8, new RawFramer(Encoding.Latin1));
    }

    private static (List<object> Frames, int Left) Decode(
        LineFramer framer, IEnumerable<byte[]> pieces, int limit = 1000) =>
        Framed.Decode(framer.CreateDecoder(limit), pieces);
}
