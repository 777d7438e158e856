using System.Globalization;
using System.Text;
using Akka.IO;

namespace ActorSockets.Framing;

/// <summary>Lines of text: each line is delivered as a <see cref="string"/> without its end, and sent with
/// it.</summary>
/// <remarks>
/// <para>Lines that arrive may end in LF or CR LF, mixed as the peer likes. A character whose bytes arrive in two reads
/// is put together. What follows the last line end when the peer finishes is not a line: it is not delivered.</para>
/// <para>A sent <see cref="string"/> gets <see cref="NewLine"/> at its end; line ends within it are sent as they are.
/// Bytes are sent as they are, without a line end.</para>
/// <para>A byte order mark is a character like any other: it is neither removed nor sent.</para>
/// </remarks>
public sealed class LineFramer : Framer, IEquatable<LineFramer>
{
    private readonly Encoding _encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    private readonly string _newLine = "\n";

    /// <summary>Lines in UTF-8, with every default.</summary>
    public static LineFramer Utf8 { get; } = new();

    /// <summary>The encoding of the text. Default: UTF-8. Any encoding whose line feed is one code unit of fixed size
    /// will do: ASCII, Latin-1, the ISO-8859 and Windows families, UTF-8, UTF-16, UTF-32.</summary>
    public Encoding Encoding
    {
        get => _encoding;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _encoding = value;
        }
    }

    /// <summary>What a sent line ends with. Default: LF.</summary>
    public string NewLine
    {
        get => _newLine;
        init
        {
            if (value is not ("\n" or "\r\n"))
                throw new ArgumentException("A line ends with LF or CR LF.", nameof(value));
            _newLine = value;
        }
    }

    /// <summary>What happens to a line that is not valid in <see cref="Encoding"/>. Default: its malformed pieces are
    /// replaced, since one wrong byte is seldom worth a connection.</summary>
    public MalformedText MalformedText { get; init; }

    /// <summary>The line that a peer gets before its connection closes because a line of its own is longer than the
    /// limit. <c>{limit}</c> stands for the limit in bytes; empty for no answer.</summary>
    public string TooLongReply { get; init; } = "error: line longer than {limit} bytes";

    /// <inheritdoc/>
    public override FrameDecoder CreateDecoder(int maxFrameBytes) => new LineDecoder(this, maxFrameBytes);

    /// <inheritdoc/>
    public override ByteString Encode(object message) =>
        message is string line
            ? EncodeLine(line)
            : RawFramer.BytesOf(message)
              ?? throw CannotEncode(message, "string, ByteString, byte[] and ReadOnlyMemory<byte>");

    /// <inheritdoc/>
    public bool Equals(LineFramer? other) =>
        other is not null && Encoding.Equals(other.Encoding) && NewLine == other.NewLine
        && MalformedText == other.MalformedText && TooLongReply == other.TooLongReply;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LineFramer);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Encoding, NewLine, MalformedText, TooLongReply);

    internal FrameException TooLong(int maxFrameBytes)
    {
        var limit = maxFrameBytes.ToString(CultureInfo.InvariantCulture);
        var reply = TooLongReply.Replace("{limit}", limit, StringComparison.Ordinal);
        return FrameException.TooLong(maxFrameBytes, reply.Length == 0 ? null : reply);
    }

    internal FrameException NotText() =>
        FrameException.Invalid($"A line is not valid {Encoding.WebName}.", $"error: not valid {Encoding.WebName}");

    private ByteString EncodeLine(string line)
    {
        var text = Encoding.GetByteCount(line);
        var bytes = new byte[text + Encoding.GetByteCount(NewLine)];
        Encoding.GetBytes(line, bytes);
        Encoding.GetBytes(NewLine, bytes.AsSpan(text));
        return ByteString.FromBytes(bytes);
    }
}
