using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Akka.IO;

namespace ActorSockets.Tests.IO.Tls;

public sealed class TlsOptionTests() : TlsTestKit(Epoll)
{
    [Fact]
    public void A_manager_that_does_not_know_it_fails_and_speaks_no_plain_text()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        foreach (Inet.SocketOption option in new TlsOption[] { ServerOption, TrustingClient })
        {
            Assert.Throws<InvalidOperationException>(() => option.BeforeServerSocketBind(socket));
            Assert.Throws<InvalidOperationException>(() => option.BeforeConnect(socket));
            Assert.Throws<InvalidOperationException>(() => option.AfterConnect(socket));
            Assert.Throws<InvalidOperationException>(() => option.BeforeDatagramBind(socket));
        }
    }

    [Fact]
    public void What_is_older_than_tls_12_or_not_encrypted_is_refused()
    {
        var certificate = CertificateSource.From(TestCertificates.Localhost);
#pragma warning disable CS0618, SYSLIB0039, SYSLIB0040, CA5397 // They are what is to be refused.
        Assert.Throws<ArgumentException>(() =>
            new TlsServerOption(
                new SslServerAuthenticationOptions { EnabledSslProtocols = SslProtocols.Tls11 | SslProtocols.Tls12 },
                certificate));
        Assert.Throws<ArgumentException>(() => new TlsClientOption(new() { EnabledSslProtocols = SslProtocols.Tls }));
        Assert.Throws<ArgumentException>(() =>
            new TlsClientOption(new() { EncryptionPolicy = EncryptionPolicy.AllowNoEncryption }));
#pragma warning restore CS0618, SYSLIB0039, SYSLIB0040, CA5397
    }

    [Fact]
    public void A_server_needs_a_certificate() => Assert.Throws<ArgumentException>(() => new TlsServerOption());

    [Fact]
    public void An_option_of_the_wrong_side_fails_the_command()
    {
        var commander = CreateTestProbe();
        var nowhere = new IPEndPoint(IPAddress.Loopback, 0);

        commander.Send(Manager, new Tcp.Bind(commander, nowhere, options: [TrustingClient]));
        Assert.IsType<ArgumentException>(commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value);

        commander.Send(Manager, new Tcp.Connect(nowhere, options: [ServerOption]));
        Assert.IsType<ArgumentException>(commander.ExpectMsg<Tcp.CommandFailed>().Cause.Value);
    }

    [Fact]
    public void A_certificate_that_cannot_be_read_fails_the_bind()
    {
        var commander = CreateTestProbe();
        var option = new TlsServerOption(CertificateSource.FromPem("/nowhere/certificate.pem"));

        commander.Send(Manager, new Tcp.Bind(commander, new IPEndPoint(IPAddress.Loopback, 0), options: [option]));

        commander.ExpectMsg<Tcp.CommandFailed>();
    }
}
