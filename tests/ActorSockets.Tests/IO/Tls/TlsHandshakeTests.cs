using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace ActorSockets.Tests.IO.Tls;

public abstract class TlsHandshakeTests(string engine) : TlsTestKit(engine)
{
    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public void An_accepted_connection_carries_bytes_both_ways_and_knows_its_session(SslProtocols protocol)
    {
        var served = ServeTls(peerOptions: Only(protocol));

        served.Peer.Send("question");
        Assert.Equal("question", Receive(served.Handler, 8));
        served.Handler.Send(served.Connection, Write("answer"));

        Assert.Equal("answer", served.Peer.Receive(6));
        var session = SessionOf(served.Connection);
        Assert.Equal(protocol, session.Protocol);
        Assert.Equal(served.Peer.Stream.NegotiatedCipherSuite, session.CipherSuite);
        Assert.Equal("localhost", session.ServerName);
        Assert.Null(session.PeerCertificate);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public void An_outgoing_connection_carries_bytes_both_ways(SslProtocols protocol)
    {
        var (peer, connection, commander) = ConnectTls(new TlsClientOption(Only(protocol)));
        commander.Send(connection, new Tcp.Register(commander));

        commander.Send(connection, Write("question"));
        Assert.Equal("question", peer.Receive(8));
        peer.Send("answer");

        Assert.Equal("answer", Receive(commander, 6));
        Assert.Equal(protocol, SessionOf(connection).Protocol);
        Assert.Equal("CN=localhost", SessionOf(connection).PeerCertificate!.Subject);
    }

    [Fact]
    public void Both_ends_can_be_ours()
    {
        var (_, endPoint, server) = BindTls();
        var client = CreateTestProbe();

        client.Send(Manager, new Tcp.Connect(endPoint, options: [TrustingClient]));

        client.ExpectMsg<Tcp.Connected>();
        server.ExpectMsg<Tcp.Connected>();
        client.Send(client.LastSender, new Tcp.Register(client));
        client.Send(client.LastSender, Write("hello"));
        server.Send(server.LastSender, new Tcp.Register(server));
        Assert.Equal("hello", Receive(server, 5));
    }

    [Fact]
    public void Nobody_hears_of_a_connection_whose_handshake_is_not_over()
    {
        var option = ServerOption;
        var (_, endPoint, handler) = BindTls(option);

        Hold(Wire.Connect(endPoint));

        AwaitCondition(() => option.HalfOpenHandshakes == 1);
        ExpectSilence(handler);
    }

    [Fact]
    public void A_client_that_does_not_trust_the_server_fails_with_the_cause()
    {
        var (_, endPoint, _) = BindTls();

        var failed = ExpectFailure(endPoint, new TlsClientOption(new() { TargetHost = "localhost" }));

        Assert.IsType<AuthenticationException>(failed);
        Assert.Contains("certificate", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_verifies_the_host_that_it_connects_to()
    {
        var (_, endPoint, _) = BindTls(new(CertificateSource.From(TestCertificates.Alice)));
        var trusting = new TlsClientOption(new() { CertificateChainPolicy = TrustRoot() });

        Assert.Contains("RemoteCertificateNameMismatch",
            ExpectFailure(new DnsEndPoint("localhost", endPoint.Port), trusting).Message, StringComparison.Ordinal);

        var client = CreateTestProbe();
        client.Send(Manager, new Tcp.Connect(endPoint, options: [trusting]));
        client.ExpectMsg<Tcp.Connected>();
    }

    [Fact]
    public void A_server_that_fails_says_so_at_debug_level_counts_it_and_closes()
    {
        var option = ServerOption;
        var (_, endPoint, handler) = BindTls(option);

        EventFilter.Debug(contains: "No TLS connection with").ExpectOne(() =>
        {
            using var peer = Wire.Connect(endPoint);
            peer.FinishSending();
            peer.ExpectGone();
        });

        AwaitCondition(() => option is { FailedHandshakes: 1, HalfOpenHandshakes: 0 });
        ExpectSilence(handler);
    }

    [Fact]
    public void Protocols_that_do_not_meet_fail_both_ends()
    {
        var option = new TlsServerOption(
            new SslServerAuthenticationOptions { EnabledSslProtocols = SslProtocols.Tls13 },
            CertificateSource.From(TestCertificates.Localhost));
        var (_, endPoint, _) = BindTls(option);

        var failed = ExpectFailure(endPoint, new TlsClientOption(Only(SslProtocols.Tls12)));

        Assert.IsType<AuthenticationException>(failed);
        AwaitCondition(() => option.FailedHandshakes == 1);
    }

    [Fact]
    public void A_client_fails_at_a_server_that_does_not_speak_tls()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Connect(listener.EndPoint, options: [TrustingClient]));
        using var peer = listener.Accept();

        peer.Send("HTTP/1.1 400 Bad Request\r\n\r\n");

        var failed = commander.ExpectMsg<Tcp.CommandFailed>();
        Assert.Contains("plain HTTP", failed.CauseString, StringComparison.Ordinal);
        peer.ExpectGone();
    }

    [Fact]
    public void A_client_fails_when_the_server_hangs_up()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Connect(listener.EndPoint, options: [TrustingClient]));

        listener.Accept().Dispose();

        commander.ExpectMsg<Tcp.CommandFailed>();
        ExpectSilence(commander);
    }

    [Fact]
    public void The_death_of_the_commander_gives_the_handshake_up()
    {
        using var listener = Wire.Listen();
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Connect(listener.EndPoint, options: [TrustingClient]));
        using var peer = listener.Accept();
        peer.ReceiveBytes(5);

        Sys.Stop(commander);

        peer.ExpectGone();
    }

    [Fact]
    public void Unbinding_gives_up_handshakes_that_are_not_over_and_leaves_connections_alone()
    {
        var option = ServerOption;
        var (listener, endPoint, handler) = BindTls(option);
        using var peer = TlsPeer.ConnectTo(endPoint);
        handler.ExpectMsg<Tcp.Connected>();
        var connection = handler.LastSender;
        connection.Tell(new Tcp.Register(handler));
        using var stalled = Wire.Connect(endPoint);
        AwaitCondition(() => option.HalfOpenHandshakes == 1);

        listener.Tell(Tcp.Unbind.Instance, TestActor);

        ExpectMsg<Tcp.Unbound>();
        stalled.ExpectGone();
        peer.Send("still here");
        Assert.Equal("still here", Receive(handler, 10));
    }

    [Theory]
    [InlineData("alice", "CN=alice")]
    [InlineData("localhost", "CN=localhost")]
    [InlineData("unknown", "CN=localhost")]
    public void The_certificate_is_chosen_by_the_name_that_the_client_asks_for(string name, string expected)
    {
        var option = new TlsServerOption(
            CertificateSource.From(TestCertificates.Localhost), CertificateSource.From(TestCertificates.Alice));
        var peerOptions = TlsPeer.Trusting;
        peerOptions.TargetHost = name;

        var served = ServeTls(option, peerOptions);

        Assert.Equal(expected, ((X509Certificate2)served.Peer.Stream.RemoteCertificate!).Subject);
        Assert.Equal(name, SessionOf(served.Connection).ServerName);
    }

    [Fact]
    public void The_application_protocol_is_agreed_by_alpn()
    {
        var serverOptions = new SslServerAuthenticationOptions { ApplicationProtocols = [new("mqtt"), new("chat")] };
        var peerOptions = TlsPeer.Trusting;
        peerOptions.ApplicationProtocols = [new("chat")];

        var served = ServeTls(
            new TlsServerOption(serverOptions, CertificateSource.From(TestCertificates.Localhost)), peerOptions);

        Assert.Equal("chat", SessionOf(served.Connection).ApplicationProtocol);
    }

    [Fact]
    public void The_identity_of_a_client_with_a_certificate_is_known_and_outlives_the_connection()
    {
        var peerOptions = TlsPeer.Trusting;
        peerOptions.ClientCertificates = [TestCertificates.Alice];

        var served = ServeTls(MutualOption(), peerOptions);
        var identity = SessionOf(served.Connection).PeerCertificate!;
        served.Handler.Send(served.Connection, Tcp.Close.Instance);
        served.Handler.ExpectMsg<Tcp.Closed>();

        Assert.Equal("CN=alice", identity.Subject);
        Assert.Equal(TestCertificates.Alice.Thumbprint, identity.Thumbprint);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_client_without_a_certificate_that_is_trusted_is_refused(bool hasOne)
    {
        var option = MutualOption();
        var (_, endPoint, handler) = BindTls(option);
        var peerOptions = TlsPeer.Trusting;
        peerOptions.ClientCertificates = hasOne ? [TestCertificates.SelfSigned] : null;

        // With TLS 1.3 a client has finished before the server has seen its certificate.
        Record.Exception(() => Hold(TlsPeer.ConnectTo(endPoint, peerOptions)).ExpectEnd());

        AwaitCondition(() => option.FailedHandshakes == 1);
        ExpectSilence(handler);
    }

    [Fact]
    public void Our_client_shows_its_certificate()
    {
        var (_, endPoint, server) = BindTls(MutualOption());
        var client = CreateTestProbe();
        var option = new TlsClientOption(TlsPeer.Trusting)
        {
            Certificate = CertificateSource.From(TestCertificates.Alice),
        };

        client.Send(Manager, new Tcp.Connect(endPoint, options: [option]));

        server.ExpectMsg<Tcp.Connected>();
        Assert.Equal("CN=alice", SessionOf(server.LastSender).PeerCertificate!.Subject);
    }

    [Fact]
    public void A_connection_without_tls_has_no_session()
    {
        var served = Serve();

        served.Handler.Send(served.Connection, TlsSession.Get.Instance);

        Assert.Same(TlsSession.Get.Instance, served.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
    }

    [Fact]
    public void Hooks_of_other_options_run_before_the_handshake()
    {
        var (_, endPoint, _) = BindTls(more: new Inet.SO.SendBufferSize(4321));
        Assert.NotNull(Hold(TlsPeer.ConnectTo(endPoint)));

        var failing = CreateTestProbe();
        failing.Send(Manager, new Tcp.Connect(endPoint, options: [TrustingClient, new FailingOption(failures: 1)]));

        failing.ExpectMsg<Tcp.CommandFailed>();
    }

    private static X509ChainPolicy TrustRoot() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { TestCertificates.Root },
        RevocationMode = X509RevocationMode.NoCheck,
    };

    private static TlsServerOption MutualOption() => new(
        new SslServerAuthenticationOptions { ClientCertificateRequired = true, CertificateChainPolicy = TrustRoot() },
        CertificateSource.From(TestCertificates.Localhost));

    private (TlsPeer Peer, IActorRef Connection, TestProbe Commander) ConnectTls(TlsClientOption option)
    {
        using var listener = Hold(new TlsWire()).Listen();
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Connect(listener.EndPoint, options: [option]));
        var peer = Hold((TlsPeer)listener.Accept());
        commander.ExpectMsg<Tcp.Connected>();
        return (peer, commander.LastSender, commander);
    }

    private Exception ExpectFailure(EndPoint endPoint, TlsClientOption option)
    {
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Connect(endPoint, options: [option]));
        return commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value!;
    }

    public sealed class OnEpoll() : TlsHandshakeTests(Epoll);

    public sealed class OnPortable() : TlsHandshakeTests(Portable);
}
