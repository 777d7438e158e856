using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Akka.Event;
using Akka.IO;

namespace ActorSockets;

/// <summary>Among the options of a <see cref="Tcp.Bind"/>: what is accepted is told of when its TLS handshake has
/// succeeded. A handshake that fails is logged at DEBUG level, and its connection closed.</summary>
/// <remarks>The handshakes' arithmetic is done on threads of the pool, on
/// <c>actorsockets.io.tls.handshake-threads</c> at once; no I/O thread waits for it.</remarks>
public sealed class TlsServerOption : TlsOption
{
    private readonly SslServerAuthenticationOptions _options;
    private readonly CertificateSource[] _certificates;
    private volatile ILoggingAdapter _log = NoLogger.Instance;
    private long _failed;
    private int _halfOpen;

    /// <summary>Serves one or more certificates.</summary>
    /// <param name="certificates">For a client that names a host (SNI) the first whose names match it is taken, for
    /// others the first of all.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public TlsServerOption(params CertificateSource[] certificates)
        : this(new SslServerAuthenticationOptions(), certificates)
    {
    }

    /// <summary>Serves as .NET's own options say.</summary>
    /// <param name="options">Copied. Renegotiation is refused whatever they say.</param>
    /// <param name="certificates">Used in place of those in the options, as with the other constructor; none: those in
    /// the options.</param>
    /// <exception cref="ArgumentException">They allow what is older than TLS 1.2 or not encrypted, or there is no
    /// certificate.</exception>
    public TlsServerOption(SslServerAuthenticationOptions options, params CertificateSource[] certificates)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(certificates);
        _certificates = [.. certificates];
        _options = Copy(options);
        if (certificates.Length > 0)
        {
            _options.ServerCertificate = null;
            _options.ServerCertificateSelectionCallback = null;
            _options.ServerCertificateContext = null;
        }
        else if (_options is
            { ServerCertificate: null, ServerCertificateContext: null, ServerCertificateSelectionCallback: null })
        {
            throw new ArgumentException("A TLS server needs a certificate.", nameof(certificates));
        }
        else if (_options is { ServerCertificate: X509Certificate2 certificate, ServerCertificateContext: null })
        {
            // Once for all handshakes; offline, because a handshake must not wait for a download.
            _options.ServerCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true);
            _options.ServerCertificate = null;
        }
    }

    /// <summary>How many handshakes of a listener may be under way at once. Default: null, what
    /// <c>actorsockets.io.tls.max-half-open-handshakes</c> says (1,000). At the limit a new one takes the place of the
    /// oldest that is waiting for its peer, whose connection is reset; when none is waiting the new one is refused.
    /// </summary>
    public int? MaxHalfOpenHandshakes { get; init; }

    /// <summary>How many handshakes are under way, over all listeners that this option was given to.</summary>
    public int HalfOpenHandshakes => Volatile.Read(ref _halfOpen);

    /// <summary>How many handshakes have failed, whatever the cause.</summary>
    public long FailedHandshakes => Interlocked.Read(ref _failed);

    internal override Task AuthenticateAsync(SslStream ssl, string host) => _certificates.Length == 0
        ? ssl.AuthenticateAsServerAsync(_options)
        : ssl.AuthenticateAsServerAsync((_, hello, _, _) => new(Choose(hello.ServerName)), null);

    /// <summary>What is wrong with the certificates is told at once.</summary>
    internal void Prepare(ILoggingAdapter log)
    {
        _log = log;
        foreach (var source in _certificates)
        {
            source.Check();
        }
    }

    internal void OnBegun() => Interlocked.Increment(ref _halfOpen);

    internal void OnEnded(bool isFailure)
    {
        Interlocked.Decrement(ref _halfOpen);
        if (isFailure)
        {
            Interlocked.Increment(ref _failed);
        }
    }

    private SslServerAuthenticationOptions Choose(string host)
    {
        var current = _certificates.Select(source => source.Current(_log)).ToArray();
        var chosen = current.Length > 1 && host.Length > 0
            ? current.FirstOrDefault(context => context.TargetCertificate.MatchesHostname(host), current[0])
            : current[0];
        var options = Copy(_options);
        options.ServerCertificateContext = chosen;
        return options;
    }

    private static SslServerAuthenticationOptions Copy(SslServerAuthenticationOptions options)
    {
        var copy = CopyOfMost(options);
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            copy.AllowRsaPkcs1Padding = options.AllowRsaPkcs1Padding;
            copy.AllowRsaPssPadding = options.AllowRsaPssPadding;
        }

        return copy;
    }

    private static SslServerAuthenticationOptions CopyOfMost(SslServerAuthenticationOptions options) => new()
    {
        AllowRenegotiation = false,
        AllowTlsResume = options.AllowTlsResume,
        ApplicationProtocols = options.ApplicationProtocols is { } protocols ? [.. protocols] : null,
        CertificateChainPolicy = options.CertificateChainPolicy?.Clone(),
        CertificateRevocationCheckMode = options.CertificateRevocationCheckMode,
        CipherSuitesPolicy = options.CipherSuitesPolicy,
        ClientCertificateRequired = options.ClientCertificateRequired,
        EnabledSslProtocols = Checked(options.EnabledSslProtocols),
        EncryptionPolicy = Checked(options.EncryptionPolicy),
        RemoteCertificateValidationCallback = options.RemoteCertificateValidationCallback,
        ServerCertificate = options.ServerCertificate,
        ServerCertificateContext = options.ServerCertificateContext,
        ServerCertificateSelectionCallback = options.ServerCertificateSelectionCallback,
    };
}
