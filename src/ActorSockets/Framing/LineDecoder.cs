using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ActorSockets.Framing;

/// <summary>Finds the lines of one connection. Remembers how far it has looked for a line end, so that a line that
/// arrives byte by byte is not searched from its start each time.</summary>
internal sealed class LineDecoder : FrameDecoder
{
    private readonly LineFramer _framer;
    private readonly LineEnd _lineEnd;
    private readonly int _maxFrameBytes;
    private int _searched;

    public LineDecoder(LineFramer framer, int maxFrameBytes)
    {
        _framer = framer;
        _lineEnd = LineEnd.In(framer.Encoding, framer.MalformedText);
        _maxFrameBytes = maxFrameBytes;
    }

    public override bool TryDecode(ref ReadOnlySequence<byte> input, [NotNullWhen(true)] out object? frame)
    {
        var bytes = input.IsSingleSegment ? input.FirstSpan : input.ToArray();
        var end = _lineEnd.Find(bytes, _searched);
        var line = _lineEnd.WithoutCarriageReturn(end < 0 ? _lineEnd.WholeUnits(bytes) : bytes[..end]);
        if (line.Length > _maxFrameBytes)
            throw _framer.TooLong(_maxFrameBytes);

        if (end < 0)
        {
            _searched = bytes.Length;
            frame = null;
            return false;
        }

        _searched = 0;
        frame = Decode(line);
        input = input.Slice(end + _lineEnd.Size);
        return true;
    }

    private string Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return _lineEnd.Encoding.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            throw _framer.NotText();
        }
    }
}
