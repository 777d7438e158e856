using System.Text;
using Akka.IO;

namespace ActorSockets.Framing;

/// <summary>No framing: each read is delivered as a <see cref="ByteString"/>, in whatever pieces the network makes.
/// Sends bytes as they are, and text in its encoding.</summary>
/// <remarks><see cref="ByteString"/> is what Akka.IO reads and writes: handed on as it is, a read costs no copy here,
/// and it is immutable, so that a handler may keep or forward it.</remarks>
public sealed class RawFramer : Framer, IEquatable<RawFramer>
{
    /// <summary>The framer for text in UTF-8.</summary>
    public static RawFramer Utf8 { get; } = new(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>Creates a framer for text in an encoding of your choice.</summary>
    /// <param name="encoding">How a <see cref="string"/> that is sent becomes bytes.</param>
    public RawFramer(Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        Encoding = encoding;
    }

    /// <summary>How a <see cref="string"/> that is sent becomes bytes. Received bytes are not decoded.</summary>
    public Encoding Encoding { get; }

    /// <inheritdoc/>
    public override FrameDecoder CreateDecoder(int maxFrameBytes) => RawDecoder.Instance;

    /// <inheritdoc/>
    public override ByteString Encode(object message) =>
        BytesOf(message)
        ?? (message is string text ? ByteString.FromBytes(Encoding.GetBytes(text)) : null)
        ?? throw CannotEncode(message, "ByteString, byte[], ReadOnlyMemory<byte> and string");

    /// <inheritdoc/>
    public bool Equals(RawFramer? other) => other is not null && Encoding.Equals(other.Encoding);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RawFramer);

    /// <inheritdoc/>
    public override int GetHashCode() => Encoding.GetHashCode();

    /// <summary>The bytes of a message that is bytes already; an array is copied, since its owner may write to it.
    /// </summary>
    internal static ByteString? BytesOf(object message) => message switch
    {
        ByteString bytes => bytes,
        byte[] array => ByteString.CopyFrom(array),
        ReadOnlyMemory<byte> memory => ByteString.FromBytes(memory.ToArray()),
        _ => null,
    };
}
