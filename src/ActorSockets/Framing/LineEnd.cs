using System.Collections.Concurrent;
using System.Text;

namespace ActorSockets.Framing;

/// <summary>What LF and CR look like in one encoding. Shared by all decoders of that encoding.</summary>
internal sealed class LineEnd
{
    private static readonly ConcurrentDictionary<(Encoding, MalformedText), LineEnd> Known = new();

    private readonly byte[] _lineFeed;
    private readonly byte[] _carriageReturn;

    private LineEnd(Encoding encoding, MalformedText malformed)
    {
        _lineFeed = encoding.GetBytes("\n");
        _carriageReturn = encoding.GetBytes("\r");
        Encoding = malformed == MalformedText.Replace ? encoding : Strict(encoding);
    }

    /// <summary>The encoding to decode lines with: one that throws, where malformed text is rejected.</summary>
    public Encoding Encoding { get; }

    /// <summary>Bytes of a line feed: the size of a code unit.</summary>
    public int Size => _lineFeed.Length;

    public static LineEnd In(Encoding encoding, MalformedText malformed) =>
        Known.GetOrAdd((encoding, malformed), static key => new LineEnd(key.Item1, key.Item2));

    /// <summary>The place of the first line feed that does not lie wholly in the bytes searched before; or
    /// -1.</summary>
    public int Find(ReadOnlySpan<byte> bytes, int searched)
    {
        // A line feed counts at a code unit's boundary only: in UTF-16, U+0A0A or the pair U+xx00 U+0Axx hold its
        // bytes.
        var from = searched - searched % Size;
        while (true)
        {
            var found = bytes[from..].IndexOf(_lineFeed);
            if (found < 0)
                return -1;
            from += found;
            if (from % Size == 0)
                return from;
            from++;
        }
    }

    /// <summary>The bytes without a code unit of which only a part is there.</summary>
    public ReadOnlySpan<byte> WholeUnits(ReadOnlySpan<byte> bytes) => bytes[..^(bytes.Length % Size)];

    public ReadOnlySpan<byte> WithoutCarriageReturn(ReadOnlySpan<byte> line) =>
        line.EndsWith(_carriageReturn) ? line[..^Size] : line;

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }
}
