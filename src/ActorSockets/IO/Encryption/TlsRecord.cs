namespace ActorSockets.IO.Encryption;

/// <summary>The header that every record begins with (RFC 8446, 5.1): type, version, length.</summary>
internal static class TlsRecord
{
    public const int HeaderBytes = 5;

    /// <summary>RFC 5246, 6.2.3: at most 2^14 + 2,048 bytes behind the header; TLS 1.3 allows less.</summary>
    public const int MaxBytes = HeaderBytes + 16384 + 2048;

    /// <summary>What <see cref="LengthOf"/> says of bytes that begin no record.</summary>
    public const int None = -1;

    private const byte FirstType = 20;
    private const byte LastType = 23;
    private const byte Handshake = 22;
    private const byte ClientHello = 1;
    private const byte Major = 3;

    /// <summary>
    /// The length of the record that begins here, header included; 0 while too little of it is there,
    /// <see cref="None"/> as soon as it can be none.
    /// </summary>
    public static int LengthOf(ReadOnlySpan<byte> bytes)
    {
        if ((bytes.Length > 0 && bytes[0] is < FirstType or > LastType) || (bytes.Length > 1 && bytes[1] != Major))
        {
            return None;
        }

        if (bytes.Length < HeaderBytes)
        {
            return 0;
        }

        var length = HeaderBytes + ((bytes[3] << 8) | bytes[4]);
        return length <= MaxBytes ? length : None;
    }

    /// <summary>Whether a whole record is here.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> bytes) =>
        LengthOf(bytes) is > 0 and var length && length <= bytes.Length;

    /// <summary>Whether the bytes are, as far as they go, the beginning of a client's hello.</summary>
    public static bool MayBeHello(ReadOnlySpan<byte> bytes) =>
        (bytes.Length == 0 || bytes[0] == Handshake)
        && (bytes.Length <= HeaderBytes || bytes[HeaderBytes] == ClientHello);

    /// <summary>What a peer speaks whose first bytes are not TLS, as far as that can be told.</summary>
    public static string Guess(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("GET "u8) || bytes.StartsWith("POST"u8) || bytes.StartsWith("HEAD"u8)
        || bytes.StartsWith("PUT "u8) || bytes.StartsWith("OPTI"u8) || bytes.StartsWith("HTTP"u8)
            ? "The peer speaks plain HTTP, not TLS."
            : "The peer does not speak TLS.";
}
