using System.Text;
using ActorSockets.Framing;
using FsCheck;
using FsCheck.Fluent;

namespace ActorSockets.Tests.Framing;

public class LineFramerProperties
{
    private const int Limit = 64;

    [Fact]
    public void What_is_sent_as_lines_arrives_as_the_same_lines_however_it_is_cut() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>[]>(), ArbMap.Default.ArbFor<int[]>(), (texts, cuts) =>
        {
            var lines = texts.Select(text => AsLine(text.Get)).ToArray();
            byte[] bytes = [.. lines.SelectMany(line => LineFramer.Utf8.Encode(line).ToArray())];

            var decoder = LineFramer.Utf8.CreateDecoder(100_000);
            var (frames, left) = Framed.Decode(decoder, Framed.Cut(bytes, Places(cuts, bytes.Length)));

            return left == 0 && frames.SequenceEqual(lines);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Arbitrary_bytes_are_frames_of_at_most_the_limit_or_refused() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<int[]>(), (bytes, cuts) =>
        {
            try
            {
                var decoder = LineFramer.Utf8.CreateDecoder(Limit);
                var (frames, left) = Framed.Decode(decoder, Framed.Cut(bytes, Places(cuts, bytes.Length)));
                return left <= Limit + 1 && frames.All(frame => ((string)frame).Length <= Limit);
            }
            catch (FrameException refused)
            {
                return refused.Reason == CloseReason.FrameTooLong;
            }
        }).QuickCheckThrowOnFailure();

    /// <summary>A seeded run over every encoding; nothing but the framer's own error may come out of it.</summary>
    [Theory]
    [InlineData("utf-8")]
    [InlineData("us-ascii")]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    public void A_fuzz_run_throws_nothing_but_the_framers_own_error(string name)
    {
        var random = new Random(20_240_817);
        var framer = new LineFramer { Encoding = Encoding.GetEncoding(name), MalformedText = MalformedText.Reject };
        for (var run = 0; run < 5_000; run++)
        {
            try
            {
                Framed.Decode(framer.CreateDecoder(Limit), RandomPieces(random));
            }
            catch (FrameException)
            {
                // What the run is looking for is any other exception.
            }
        }
    }

    private static IEnumerable<byte[]> RandomPieces(Random random)
    {
        ReadOnlySpan<byte> likely = [0, 0, (byte)'\n', (byte)'\r', (byte)'a', 0x0A, 0xC3, 0xA9, 0xFF];
        var pieces = new List<byte[]>();
        for (var i = random.Next(8); i >= 0; i--)
            pieces.Add(random.GetItems(likely, random.Next(1, 40)));
        return pieces;
    }

    /// <summary>The text without line ends, and with what UTF-8 cannot carry replaced.</summary>
    private static string AsLine(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace('\n', ' ').Replace('\r', ' ')));

    private static int[] Places(int[] cuts, int length) =>
        [.. cuts.Select(cut => length == 0 ? 0 : (int)((uint)cut % (uint)length))];
}
