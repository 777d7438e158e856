using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using ActorSockets.Tests.IO.Wires;
using Akka.IO;

namespace ActorSockets.Tests.IO.Tls;

/// <summary>
/// TLS over TCP on the loopback address. With TLS 1.3 a client has shaken hands before the server has: one that resets
/// the connection at once may never be heard of. With 1.2 both have when connecting ends.
/// </summary>
public sealed class TlsWire(SslProtocols protocol = SslProtocols.Tls13) : Wire
{
    private readonly TcpWire _tcp = new();

    public override IEnumerable<Inet.SocketOption> BindOptions { get; } =
        [new TlsServerOption(CertificateSource.From(TestCertificates.Localhost))];

    public override IEnumerable<Inet.SocketOption> ConnectOptions { get; } = [new TlsClientOption(TlsPeer.Trusting)];

    private SslClientAuthenticationOptions Options
    {
        get
        {
            var options = TlsPeer.Trusting;
            options.EnabledSslProtocols = protocol;
            return options;
        }
    }

    public override EndPoint FreeEndPoint() => _tcp.FreeEndPoint();

    public override async Task<RawPeer> ConnectAsync(
        EndPoint server, Action<EndPoint>? announce = null, int? receiveBuffer = null) =>
        await TlsPeer.SecureAsync(await TcpWire.ConnectSocketAsync(server, announce, receiveBuffer), Options);

    public override RawListener Listen()
    {
        var socket = TcpWire.Create(FreeEndPoint());
        socket.Bind(FreeEndPoint());
        socket.Listen(100);
        return new Listener(socket);
    }

    private sealed class Listener(Socket socket) : RawListener(socket.LocalEndPoint!)
    {
        public override RawPeer? TryAccept(TimeSpan atMost) => socket.Poll(atMost, SelectMode.SelectRead)
            ? TlsPeer.Accept(socket.Accept(), new() { ServerCertificate = TestCertificates.Localhost })
            : null;

        protected override void Dispose(bool disposing) => socket.Dispose();
    }
}
