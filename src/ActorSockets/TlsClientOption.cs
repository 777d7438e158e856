using System.Net.Security;
using Akka.IO;

namespace ActorSockets;

/// <summary>Among the options of a <see cref="Tcp.Connect"/>: <see cref="Tcp.Connected"/> comes when the TLS handshake
/// has succeeded, otherwise <see cref="Tcp.CommandFailed"/> with the cause. The server's certificate is verified,
/// unless a callback in the options decides.</summary>
/// <remarks>With TLS 1.3 a client has finished before the server has seen its certificate: a server that refuses it
/// then ends a connection that has been told of.</remarks>
public sealed class TlsClientOption : TlsOption
{
    private readonly SslClientAuthenticationOptions _options;

    /// <summary>Verifies the server as the system does, by the host name that is connected to.</summary>
    public TlsClientOption()
        : this(new SslClientAuthenticationOptions())
    {
    }

    /// <summary>Connects as .NET's own options say.</summary>
    /// <param name="options">Copied. Without a <c>TargetHost</c> the host that is connected to is named and verified.
    /// Renegotiation is refused whatever they say.</param>
    /// <exception cref="ArgumentException">They allow what is older than TLS 1.2 or not encrypted.</exception>
    public TlsClientOption(SslClientAuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = Copy(options);
    }

    /// <summary>The certificate that is shown to a server that asks for one, in place of those in the options. Default:
    /// null, those.</summary>
    public CertificateSource? Certificate { get; init; }

    internal override Task AuthenticateAsync(SslStream ssl, string host)
    {
        var options = Copy(_options);
        options.TargetHost = string.IsNullOrEmpty(options.TargetHost) ? host : options.TargetHost;
        options.ClientCertificateContext = Certificate?.Load() ?? options.ClientCertificateContext;
        return ssl.AuthenticateAsClientAsync(options);
    }

    private static SslClientAuthenticationOptions Copy(SslClientAuthenticationOptions options)
    {
        var copy = CopyOfMost(options);
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            copy.AllowRsaPkcs1Padding = options.AllowRsaPkcs1Padding;
            copy.AllowRsaPssPadding = options.AllowRsaPssPadding;
        }

        return copy;
    }

    private static SslClientAuthenticationOptions CopyOfMost(SslClientAuthenticationOptions options) => new()
    {
        AllowRenegotiation = false,
        AllowTlsResume = options.AllowTlsResume,
        ApplicationProtocols = options.ApplicationProtocols is { } protocols ? [.. protocols] : null,
        CertificateChainPolicy = options.CertificateChainPolicy?.Clone(),
        CertificateRevocationCheckMode = options.CertificateRevocationCheckMode,
        CipherSuitesPolicy = options.CipherSuitesPolicy,
        ClientCertificateContext = options.ClientCertificateContext,
        ClientCertificates = options.ClientCertificates,
        EnabledSslProtocols = Checked(options.EnabledSslProtocols),
        EncryptionPolicy = Checked(options.EncryptionPolicy),
        LocalCertificateSelectionCallback = options.LocalCertificateSelectionCallback,
        RemoteCertificateValidationCallback = options.RemoteCertificateValidationCallback,
        TargetHost = options.TargetHost,
    };
}
