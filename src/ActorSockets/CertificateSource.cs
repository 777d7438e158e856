using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorSockets.IO.Encryption;
using Akka.Event;

namespace ActorSockets;

/// <summary>A certificate with its private key and the intermediates that are sent along. Where it comes from files,
/// new ones take effect with the next handshake, without a restart; connections that stand keep what they
/// have.</summary>
/// <remarks>Each handshake asks for the files' sizes and times, through symbolic links; they are read when these have
/// changed. Files that cannot be used are logged as an error, once, and what was there before stays in use.</remarks>
public sealed class CertificateSource
{
    private readonly object _lock = new();
    private readonly Func<CertificateBundle> _read;
    private readonly string[] _files;
    private SslStreamCertificateContext? _context;
    private string _stamp = "";

    // A file that is known to be ours need not be read before the first handshake: a program that nobody speaks TLS to
    // is spared the library for it, about 5 MB.
    private bool _isTrusted;

    private CertificateSource(Func<CertificateBundle> read, params string[] files)
    {
        _read = read;
        _files = files;
    }

    /// <summary>From PEM files.</summary>
    /// <param name="certificatePath">The certificate, and behind it the intermediates.</param>
    /// <param name="keyPath">The private key; null when it is in the first file, too.</param>
    /// <param name="keyPassword">The key's password; null when it has none.</param>
    public static CertificateSource FromPem(string certificatePath, string? keyPath = null, string? keyPassword = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(certificatePath);
        var key = string.IsNullOrEmpty(keyPath) ? certificatePath : keyPath;
        return new CertificateSource(
            () => CertificateBundle.FromPem(certificatePath, key, keyPassword), certificatePath, key);
    }

    /// <summary>From a PFX file (PKCS#12).</summary>
    /// <param name="path">Certificate, key, and intermediates.</param>
    /// <param name="password">Its password; null when it has none.</param>
    public static CertificateSource FromPfx(string path, string? password = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new CertificateSource(() => CertificateBundle.FromPfx(path, password), path);
    }

    /// <summary>From a certificate that is loaded already.</summary>
    /// <param name="certificate">With its private key. It has to live as long as it is used here.</param>
    /// <param name="intermediates">What is sent along; null for none.</param>
    public static CertificateSource From(
        X509Certificate2 certificate, X509Certificate2Collection? intermediates = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return new CertificateSource(() => new CertificateBundle(certificate, intermediates ?? []));
    }

    /// <summary>A self-signed certificate for localhost, for development: made when there is none in the file, or an
    /// expired one. Only the user can read the file.</summary>
    /// <param name="path">The file; empty or null for <c>actorsockets/development.pem</c> in the user's directory for
    /// state (<c>$XDG_STATE_HOME</c>, <c>~/.local/state</c>; on Windows the local application data).</param>
    public static CertificateSource Development(string? path = null)
    {
        var file = string.IsNullOrEmpty(path) ? DevelopmentCertificate.DefaultPath : path;
        return new CertificateSource(
            () =>
            {
                DevelopmentCertificate.EnsureExists(file);
                return CertificateBundle.FromPem(file, file, null);
            },
            file)
        {
            _isTrusted = true,
        };
    }

    /// <summary>The certificate as it was last loaded; loads it when it never was.</summary>
    /// <exception cref="CryptographicException">It is no certificate with its key.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public X509Certificate2 Certificate => Load().TargetCertificate;

    /// <summary>Throws what will keep it from being used, as far as that can be known now.</summary>
    internal void Check()
    {
        if (!_isTrusted || !File.Exists(_files[0]))
        {
            Load();
        }
    }

    /// <summary>What was loaded last; throws when nothing can be loaded.</summary>
    internal SslStreamCertificateContext Load()
    {
        lock (_lock)
        {
            return _context ?? Read();
        }
    }

    /// <summary>What is in the files now, or else what was there last.</summary>
    internal SslStreamCertificateContext Current(ILoggingAdapter log)
    {
        lock (_lock)
        {
            if (_context is null || _stamp == Stamp())
            {
                return _context ?? Read();
            }

            try
            {
                return Read();
            }
            catch (Exception e)
            {
                // Half written, taken away, or wrong: the stamp of this state has been noted, so that it is said once.
                log.Error(e, "[{0}] cannot be used, the certificate before stays: {1}", _files[0], e.Message);
                return _context;
            }
        }
    }

    private SslStreamCertificateContext Read()
    {
        // Before reading: what changes meanwhile has another stamp, and is read again.
        _stamp = Stamp();
        var bundle = _read();
        // Who it replaces is not disposed: connections may have it. Offline: a handshake must not wait for a download.
        _context = SslStreamCertificateContext.Create(bundle.Certificate, bundle.Intermediates, offline: true);
        return _context;
    }

    private string Stamp() => string.Join(';', _files.Select(StampOf));

    private static string StampOf(string path)
    {
        try
        {
            FileSystemInfo file = new FileInfo(path);
            // Where secrets are mounted, files are links, and the new ones come by swapping a link on the way.
            file = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
            return file.Exists ? $"{file.FullName}:{file.LastWriteTimeUtc.Ticks}:{((FileInfo)file).Length}" : "";
        }
        catch (IOException)
        {
            // A link that leads nowhere: as if there were no file.
            return "";
        }
    }
}
