using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorSockets.IO.Encryption;

/// <summary>A self-signed certificate for localhost, in a file that only its user can read.</summary>
internal static class DevelopmentCertificate
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static string DefaultPath => Path.Combine(StateDirectory, "actorsockets", "development.pem");

    // XDG Base Directory Specification: "If $XDG_STATE_HOME is either not set or empty, a default equal to
    // $HOME/.local/state should be used."
    private static string StateDirectory
    {
        get
        {
            if (OperatingSystem.IsWindows())
            {
                return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            }

            var configured = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return string.IsNullOrEmpty(configured) ? Path.Combine(home, ".local", "state") : configured;
        }
    }

    /// <summary>Makes one where there is none that can be used now. Two processes may do so at once: one file wins.
    /// </summary>
    public static void EnsureExists(string path)
    {
        if (IsUsable(path))
        {
            return;
        }

        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(directory);
        var unfinished = $"{path}.{Environment.ProcessId}";
        Write(unfinished, Create());
        File.Move(unfinished, path, overwrite: true);
    }

    private static bool IsUsable(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var certificate = X509Certificate2.CreateFromPemFile(path);
        return certificate.NotAfter > DateTime.Now;
    }

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // With the file, not after it: nobody can open it in between.
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new StreamWriter(path, options);
        file.Write(text);
    }

    private static string Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost, O=ActorSockets development", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        // A client may be told to trust it, and it is its own issuer then: RFC 5280, 4.2.1.9.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(2));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }
}
