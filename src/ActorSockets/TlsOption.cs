using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Akka.IO;

namespace ActorSockets;

/// <summary>Makes the connections of a <see cref="Tcp.Bind"/> or a <see cref="Tcp.Connect"/> TLS connections, when it
/// is among the command's options: <see cref="TlsServerOption"/> or <see cref="TlsClientOption"/>. The conversation
/// stays the same; <see cref="Tcp.Connected"/> comes when the handshake has succeeded, and a peer that ends without
/// <c>close_notify</c> makes it end with <see cref="Tcp.ErrorClosed"/>.</summary>
/// <remarks>TLS 1.2 and 1.3, and nothing older. A manager that does not know this option runs its hooks, as those of
/// any other, and they throw: no connection comes about that only looks like TLS.</remarks>
public abstract class TlsOption : Inet.SocketOption
{
    // TLS 1.2 and 1.3. What is older has been broken, or is forbidden by RFC 8996.
    private protected const SslProtocols Allowed = SslProtocols.Tls12 | SslProtocols.Tls13;

    private protected TlsOption()
    {
    }

    /// <summary>How long a handshake may take. Default: null, what <c>actorsockets.io.tls.handshake-timeout</c> says
    /// (10 s). Then a client gets <see cref="Tcp.CommandFailed"/>, and a server resets the connection. A client's
    /// <c>Connect.Timeout</c> covers the handshake, too.</summary>
    public TimeSpan? HandshakeTimeout { get; init; }

    /// <summary>Throws: this manager does not know TLS.</summary>
    /// <param name="ds">Is not used.</param>
    public sealed override void BeforeDatagramBind(Socket ds) => throw Unclaimed();

    /// <inheritdoc cref="BeforeDatagramBind"/>
    /// <param name="ss">Is not used.</param>
    public sealed override void BeforeServerSocketBind(Socket ss) => throw Unclaimed();

    /// <inheritdoc cref="BeforeDatagramBind"/>
    /// <param name="s">Is not used.</param>
    public sealed override void BeforeConnect(Socket s) => throw Unclaimed();

    /// <inheritdoc cref="BeforeDatagramBind"/>
    /// <param name="s">Is not used.</param>
    public sealed override void AfterConnect(Socket s) => throw Unclaimed();

    internal abstract Task AuthenticateAsync(SslStream ssl, string host);

    /// <summary>The one option of the kind among <paramref name="options"/>, and the others.</summary>
    internal static T? Claim<T>(ref Inet.SocketOption[] options)
        where T : TlsOption
    {
        var found = options.OfType<TlsOption>().ToArray();
        if (found.Length > 1 || (found.Length == 1 && found[0] is not T))
        {
            throw new ArgumentException($"Only one TLS option can be given here, and it has to be a {typeof(T).Name}.");
        }

        options = found.Length == 0 ? options : [.. options.Where(option => option is not TlsOption)];
        return found.Length == 0 ? null : (T)found[0];
    }

    private protected static SslProtocols Checked(SslProtocols protocols) =>
        protocols == SslProtocols.None ? Allowed
        : (protocols | Allowed) == Allowed ? protocols
        : throw new ArgumentException($"{protocols} allows what is older than TLS 1.2, which is not supported.");

    private protected static EncryptionPolicy Checked(EncryptionPolicy policy) =>
        policy == EncryptionPolicy.RequireEncryption
            ? policy
            : throw new ArgumentException($"{policy} allows connections that are not encrypted.");

    private InvalidOperationException Unclaimed() => new(
        $"This manager does not know {GetType().Name}, and would speak without TLS. Use that of SocketIO.For(system).");
}
