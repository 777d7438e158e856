namespace ActorSockets.IO.Encryption;

/// <summary>
/// Where an <c>SslStream</c> gets ciphertext from and puts it: first its handshake, then its transport.
/// </summary>
internal interface ICiphertext
{
    /// <summary>
    /// At most what is left of one record; 0 when no room was offered and there are bytes. Throws
    /// <see cref="NoRecordException"/> when no whole record is there.
    /// </summary>
    int Read(Span<byte> buffer);

    /// <summary>As <see cref="Read"/>, but waits for a record.</summary>
    ValueTask<int> ReadAsync(Memory<byte> buffer);

    /// <summary>Takes all of it, at once.</summary>
    void Write(ReadOnlySpan<byte> bytes);
}
