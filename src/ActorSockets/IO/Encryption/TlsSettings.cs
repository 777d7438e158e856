using ActorSockets.Configuration;

namespace ActorSockets.IO.Encryption;

/// <summary>The section <c>actorsockets.io.tls</c>.</summary>
internal sealed record TlsSettings(
    TimeSpan HandshakeTimeout,
    int HandshakeThreads,
    int MaxHandshakeBytes,
    int MaxHalfOpenHandshakes,
    string DevelopmentCertificate)
{
    /// <param name="section">The section <c>actorsockets.io</c>.</param>
    public static TlsSettings From(Section section)
    {
        var threads = section.Count("tls.handshake-threads", 0);
        return new TlsSettings(
            section.Duration("tls.handshake-timeout"),
            threads == 0 ? Environment.ProcessorCount : threads,
            section.Bytes("tls.max-handshake-bytes"),
            section.Count("tls.max-half-open-handshakes", 1),
            section.Text("tls.development-certificate"));
    }
}
