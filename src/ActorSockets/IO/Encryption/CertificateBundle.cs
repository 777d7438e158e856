using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorSockets.IO.Encryption;

/// <summary>A certificate with its key, and the intermediates on the way to its root.</summary>
internal sealed record CertificateBundle(X509Certificate2 Certificate, X509Certificate2Collection Intermediates)
{
    public static CertificateBundle FromPem(string certificatePath, string keyPath, string? keyPassword)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(certificatePath);
        var certificate = string.IsNullOrEmpty(keyPassword)
            ? X509Certificate2.CreateFromPemFile(certificatePath, keyPath)
            : X509Certificate2.CreateFromEncryptedPemFile(certificatePath, keyPassword, keyPath);
        // The first of the file is the certificate itself.
        all.RemoveAt(0);
        return new CertificateBundle(Usable(certificate), all);
    }

    public static CertificateBundle FromPfx(string path, string? password)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password);
        var certificate = all.FirstOrDefault(one => one.HasPrivateKey)
            ?? throw new CryptographicException($"{path} has no private key in it.");
        all.Remove(certificate);
        return new CertificateBundle(certificate, all);
    }

    /// <summary>Windows does not take a key for TLS that was not in a file of its own.</summary>
    private static X509Certificate2 Usable(X509Certificate2 certificate) => OperatingSystem.IsWindows()
        ? X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null)
        : certificate;
}
