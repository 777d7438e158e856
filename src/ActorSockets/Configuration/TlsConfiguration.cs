using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Akka.Configuration;

namespace ActorSockets.Configuration;

/// <summary>Makes a <see cref="TlsServerOption"/> of a listener's section <c>tls</c>.</summary>
internal sealed class TlsConfiguration
{
    private const string Development = "development";

    private readonly Config _config;
    private readonly Section _section;

    private TlsConfiguration(Config config, string path)
    {
        _config = config;
        _section = new Section(config, path, "actorsockets.listener.tls");
    }

    /// <returns>Null when there is no certificate.</returns>
    public static TlsServerOption? Read(Config config, string path)
    {
        var reader = new TlsConfiguration(config, path);
        var certificates = reader.Certificates();
        var options = reader.Options();
        return certificates.Length == 0 ? null : new TlsServerOption(options, certificates);
    }

    private CertificateSource[] Certificates()
    {
        var files = _section.Texts("certificates");
        var keys = _section.Texts("keys");
        if (keys.Count > 0 && keys.Count != files.Count)
            throw _section.Wrong("keys", $"a list of {files.Count}, one for each certificate");

        var password = _section.Text("password") is { Length: > 0 } text ? text : null;
        return [.. files.Select((file, i) => Certificate(file, i < keys.Count ? keys[i] : null, password))];
    }

    private CertificateSource Certificate(string file, string? key, string? password)
    {
        if (file == Development)
            return CertificateSource.Development(_config.GetString("actorsockets.io.tls.development-certificate"));
        if (!File.Exists(file))
            throw _section.Wrong("certificates", $"a list of files: there is no {file}");

        return file.EndsWith(".pfx", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".p12", StringComparison.OrdinalIgnoreCase)
            ? CertificateSource.FromPfx(file, password)
            : CertificateSource.FromPem(file, key, password);
    }

    private SslServerAuthenticationOptions Options() => new()
    {
        ApplicationProtocols = ApplicationProtocols(),
        ClientCertificateRequired = _section.OneOf("client-certificates", ("none", false), ("required", true)),
        CertificateChainPolicy = Authorities(),
    };

    private List<SslApplicationProtocol>? ApplicationProtocols()
    {
        var names = _section.Texts("application-protocols");
        return names.Count == 0 ? null : [.. names.Select(name => new SslApplicationProtocol(name))];
    }

    private X509ChainPolicy? Authorities()
    {
        var file = _section.Text("client-authorities");
        if (file.Length == 0)
            return null;

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
            return policy;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException)
        {
            throw _section.Wrong("client-authorities", "a PEM file that can be read", unreadable);
        }
    }
}
