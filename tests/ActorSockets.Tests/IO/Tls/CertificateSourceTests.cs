using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorSockets.Tests.IO.Tls;

public sealed class CertificateSourceTests() : TlsTestKit(Epoll)
{
    private readonly string _directory = Directory.CreateTempSubdirectory("certificates").FullName;

    [Fact]
    public void New_files_take_effect_with_the_next_handshake()
    {
        var path = Store("one.pem", TestCertificates.PemOf(TestCertificates.Localhost));
        var option = new TlsServerOption(CertificateSource.FromPem(path));
        var (_, endPoint, _) = BindTls(option);
        var before = Hold(TlsPeer.ConnectTo(endPoint));
        Assert.Equal("CN=localhost", SubjectOf(before));

        Store("one.pem", TestCertificates.PemOf(TestCertificates.Alice));

        Assert.Equal("CN=alice", SubjectOf(Hold(TlsPeer.ConnectTo(endPoint))));
    }

    [Fact]
    public void Files_that_cannot_be_used_are_logged_once_and_the_old_ones_stay()
    {
        var path = Store("one.pem", TestCertificates.PemOf(TestCertificates.Localhost));
        var (_, endPoint, _) = BindTls(new TlsServerOption(CertificateSource.FromPem(path)));

        Store("one.pem", "half of a cert");

        EventFilter.Error(contains: "cannot be used").ExpectOne(() =>
        {
            Assert.Equal("CN=localhost", SubjectOf(Hold(TlsPeer.ConnectTo(endPoint))));
            Assert.Equal("CN=localhost", SubjectOf(Hold(TlsPeer.ConnectTo(endPoint))));
        });
        Store("one.pem", TestCertificates.PemOf(TestCertificates.Alice));
        Assert.Equal("CN=alice", SubjectOf(Hold(TlsPeer.ConnectTo(endPoint))));
    }

    [Fact]
    public void A_link_that_is_swapped_on_the_way_to_the_file_is_noticed()
    {
        var time = DateTime.UtcNow.AddHours(-1);
        var versions = new[] { ("1", TestCertificates.Localhost), ("2", TestCertificates.Alice) };
        foreach (var (version, certificate) in versions)
        {
            Directory.CreateDirectory(Path.Combine(_directory, version));
            File.SetLastWriteTimeUtc(Store($"{version}/tls.pem", TestCertificates.PemOf(certificate)), time);
        }

        File.CreateSymbolicLink(Path.Combine(_directory, "current"), "1");
        File.CreateSymbolicLink(Path.Combine(_directory, "tls.pem"), "current/tls.pem");
        var (_, endPoint, _) = BindTls(
            new TlsServerOption(CertificateSource.FromPem(Path.Combine(_directory, "tls.pem"))));
        Assert.Equal("CN=localhost", SubjectOf(Hold(TlsPeer.ConnectTo(endPoint))));

        File.Delete(Path.Combine(_directory, "current"));
        File.CreateSymbolicLink(Path.Combine(_directory, "current"), "2");

        Assert.Equal("CN=alice", SubjectOf(Hold(TlsPeer.ConnectTo(endPoint))));
    }

    [Fact]
    public void Pem_files_of_certificate_and_key_and_pfx_files_are_read()
    {
        var certificate = Store("alice.crt", TestCertificates.Alice.ExportCertificatePem());
        var key = Store("alice.key", TestCertificates.Alice.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var locked = Store("locked.key", TestCertificates.Alice.GetECDsaPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem(
            "secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));
        var pfx = Path.Combine(_directory, "alice.pfx");
        File.WriteAllBytes(pfx, TestCertificates.Alice.Export(X509ContentType.Pkcs12, "secret"));

        foreach (var source in new[]
        {
            CertificateSource.FromPem(certificate, key),
            CertificateSource.FromPem(certificate, locked, "secret"),
            CertificateSource.FromPfx(pfx, "secret"),
        })
        {
            Assert.Equal(TestCertificates.Alice.Thumbprint, source.Certificate.Thumbprint);
            Assert.True(source.Certificate.HasPrivateKey);
        }
    }

    [Fact]
    public void A_development_certificate_is_made_once_for_its_user_alone_and_made_anew_when_it_has_expired()
    {
        var path = Path.Combine(_directory, "state", "development.pem");

        var made = CertificateSource.Development(path).Certificate;

        Assert.True(made.MatchesHostname("localhost"));
        Assert.True(OperatingSystem.IsWindows()
            || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(made.Thumbprint, CertificateSource.Development(path).Certificate.Thumbprint);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var expired = new CertificateRequest("CN=old", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(-1));
        File.WriteAllText(path, $"{expired.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}");
        Assert.True(CertificateSource.Development(path).Certificate.MatchesHostname("localhost"));
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        Directory.Delete(_directory, recursive: true);
    }

    private static string SubjectOf(TlsPeer peer) => ((X509Certificate2)peer.Stream.RemoteCertificate!).Subject;

    private string Store(string name, string text)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText($"{path}.new", text);
        File.Move($"{path}.new", path, overwrite: true);
        return path;
    }
}
