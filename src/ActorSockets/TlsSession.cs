using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Akka.IO;

namespace ActorSockets;

/// <summary>What the handshake of a TLS connection has agreed. A connection sends it to whoever asks by
/// <see cref="Get"/>, from <see cref="Tcp.Connected"/> on.</summary>
/// <param name="protocol">TLS 1.2 or 1.3.</param>
/// <param name="cipherSuite">What the connection is encrypted with.</param>
/// <param name="applicationProtocol">By ALPN; empty for none.</param>
/// <param name="serverName">The host that the client has named (SNI); empty for none.</param>
/// <param name="peerCertificate">Who the peer is; null when it has shown no certificate.</param>
public sealed class TlsSession(
    SslProtocols protocol,
    TlsCipherSuite cipherSuite,
    string applicationProtocol = "",
    string serverName = "",
    X509Certificate2? peerCertificate = null) : Tcp.Event
{
    /// <summary>The protocol's version.</summary>
    public SslProtocols Protocol { get; } = protocol;

    /// <summary>What the connection is encrypted with.</summary>
    public TlsCipherSuite CipherSuite { get; } = cipherSuite;

    /// <summary>What ALPN has chosen, such as <c>h2</c>; empty for nothing.</summary>
    public string ApplicationProtocol { get; } = applicationProtocol;

    /// <summary>The host that the client has named (SNI); empty for none.</summary>
    public string ServerName { get; } = serverName;

    /// <summary>The peer's certificate, verified as the options say; null when it has shown none. It stays valid after
    /// the connection's end.</summary>
    public X509Certificate2? PeerCertificate { get; } = peerCertificate;

    /// <summary>The version, what is agreed, and the peer's name.</summary>
    public override string ToString() =>
        $"TlsSession({Protocol}, {CipherSuite}, [{ApplicationProtocol}], [{ServerName}], {PeerCertificate?.Subject})";

    internal static TlsSession Of(SslStream ssl) => new(
        ssl.SslProtocol,
        ssl.NegotiatedCipherSuite,
        ssl.NegotiatedApplicationProtocol.ToString(),
        ssl.TargetHostName,
        ssl.RemoteCertificate as X509Certificate2);

    /// <summary>Asks a connection for its <see cref="TlsSession"/>. One without TLS answers
    /// <see cref="Tcp.CommandFailed"/>.</summary>
    public sealed class Get : Tcp.Command
    {
        private Get()
        {
        }

        /// <summary>The only one.</summary>
        public static Get Instance { get; } = new();
    }
}
