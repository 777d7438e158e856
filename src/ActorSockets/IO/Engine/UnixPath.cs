using System.Net.Sockets;
using System.Text;

namespace ActorSockets.IO.Engine;

/// <summary>What a path of a Unix socket may be.</summary>
internal static class UnixPath
{
    /// <summary>unix(7): sun_path has 108 bytes, with the terminating null. .NET makes no longer end point.</summary>
    private const int MaxBytes = 107;

    public static bool IsTooLong(string path) => Encoding.UTF8.GetByteCount(path) > MaxBytes;

    /// <summary>unix(7): a name in the kernel's own name space, which begins with a null byte and is no file.</summary>
    public static bool IsAbstract(UnixDomainSocketEndPoint endPoint) => endPoint.Serialize() is { Size: > 2 } address
        && address[2] == 0;
}
