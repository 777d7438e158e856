using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ActorSockets.Framing;
using ActorSockets.Tests.IO.Tls;
using ActorSockets.Tests.Server.Handlers;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;

namespace ActorSockets.Tests.Server;

public sealed class TlsServerTests : ServerKit
{
    private static readonly TlsServerOption Option = new(CertificateSource.From(TestCertificates.Localhost));

    private readonly string _directory = Directory.CreateTempSubdirectory("tls").FullName;

    [Fact]
    public async Task A_server_and_a_client_talk_over_tls_and_know_what_was_agreed()
    {
        var server = await StartAsync(Listener(Props.Create<EchoHandler>()) with { Tls = Option });

        var connection = await ConnectAsync(server, TlsPeer.Trusting);
        connection.Send("hello");

        ExpectMsg("frame hello");
        Assert.Equal(SslProtocols.Tls13, connection.Tls!.Protocol);
        Assert.Equal(TestCertificates.Localhost.Thumbprint, connection.Tls.PeerCertificate!.Thumbprint);
    }

    [Fact]
    public async Task A_client_that_does_not_trust_the_server_gets_no_connection()
    {
        var server = await StartAsync(Listener(Props.Create<EchoHandler>()) with { Tls = Option });

        var failed = await Assert.ThrowsAsync<ConnectFailedException>(() => ConnectAsync(server, new()));

        Assert.IsType<AuthenticationException>(failed.InnerException);
    }

    [Fact]
    public async Task A_server_without_tls_has_none_in_its_connections()
    {
        var server = await StartAsync<EchoHandler>();
        var options = new SocketClientOptions { Framer = LineFramer.Utf8 };

        var connection = await SocketClient.ConnectAsync(
            Sys, EndPointOf(server), Props.Create<ReportingHandler>(TestActor), options);

        Assert.Null(connection.Tls);
    }

    [Fact]
    public async Task A_configuration_says_certificates_authorities_and_application_protocols()
    {
        var server = await SocketServer.StartAsync(Sys, FromConfig($$"""
            certificates = ["{{Store("a.crt", TestCertificates.Localhost.ExportCertificatePem())}}"]
            keys = ["{{Store("a.key", KeyOf(TestCertificates.Localhost))}}"]
            client-certificates = required
            client-authorities = "{{Store("root.pem", TestCertificates.Root.ExportCertificatePem())}}"
            application-protocols = [chat]
            """));
        var options = TlsPeer.Trusting;
        options.ClientCertificates = [TestCertificates.Alice];
        options.ApplicationProtocols = [new("other"), new("chat")];

        using var peer = TlsPeer.ConnectTo(EndPointOf(server), options);

        peer.Send("who am I?");
        Assert.Equal("CN=alice", peer.Receive(8));
        Assert.Equal(new SslApplicationProtocol("chat"), peer.Stream.NegotiatedApplicationProtocol);
    }

    [Fact]
    public async Task Datagrams_have_no_tls()
    {
        var listener = new ListenerOptions("udp", "127.0.0.1:0", Props.Create<DatagramEcho>())
        {
            Transport = TransportKind.Udp,
            Tls = Option,
        };

        var failed = await Assert.ThrowsAsync<ConfigurationException>(() => StartAsync(listener));

        Assert.Contains(".tls", failed.Message, StringComparison.Ordinal);
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        Directory.Delete(_directory, recursive: true);
    }

    private static string KeyOf(X509Certificate2 certificate) =>
        certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();

    private static SocketServerOptions FromConfig(string tls)
    {
        var config = ConfigurationFactory.ParseString(
            $$"""actorsockets.servers.s.listeners.tcp { endpoint = "127.0.0.1:0", handler = who, tls { {{tls}} } }""");
        var handlers = new Dictionary<string, Props> { ["who"] = Props.Create<WhoHandler>() };
        return SocketServerOptions.FromConfig(config, handlers)[0];
    }

    private Task<Connection> ConnectAsync(SocketServer server, SslClientAuthenticationOptions options) =>
        SocketClient.ConnectAsync(
            Sys,
            EndPointOf(server),
            Props.Create<ReportingHandler>(TestActor),
            new SocketClientOptions { Framer = LineFramer.Utf8, Tls = new TlsClientOption(options) });

    private string Store(string name, string text)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Tells the peer who it is.</summary>
    private sealed class WhoHandler : ConnectionActor
    {
        public WhoHandler() => Receive<ByteString>(_ => Connection.Send(Connection.Tls!.PeerCertificate!.Subject));
    }
}
