namespace ActorSockets.IO.Encryption;

/// <summary>
/// The buffers through which all TLS connections of a thread go; nothing keeps a slice of them beyond the call.
/// </summary>
internal sealed class TlsScratch
{
    /// <summary>The most plaintext that is encrypted at once: four full records.</summary>
    public const int MaxChunkBytes = 64 * 1024;

    [ThreadStatic]
    private static TlsScratch? _current;

    public static TlsScratch Current => _current ??= new TlsScratch();

    /// <summary>Ciphertext as it comes: one unfinished record, and as much again as a read takes.</summary>
    public byte[] Input { get; } = GC.AllocateUninitializedArray<byte>(MaxChunkBytes + (2 * TlsRecord.MaxBytes), true);

    /// <summary>What a record holds.</summary>
    public byte[] Plain { get; } = GC.AllocateUninitializedArray<byte>(2 * TlsRecord.MaxBytes);

    /// <summary>Ciphertext on its way out.</summary>
    public byte[] Output { get; } = GC.AllocateUninitializedArray<byte>(MaxChunkBytes + TlsRecord.MaxBytes, true);
}
