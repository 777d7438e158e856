using System.Net.Sockets;
using System.Text;

namespace ActorSockets.IO.Engine;

/// <summary>What a path of a Unix socket may be.</summary>
internal static class UnixPath
{
    /// <summary>
    /// unix(7): sun_path has 108 bytes. Linux takes a path without the terminating null, but most programs that would
    /// connect to it do not.
    /// </summary>
    public const int MaxBytes = 107;

    public static bool IsTooLong(string path) => Encoding.UTF8.GetByteCount(path) > MaxBytes;

    /// <summary>unix(7): a name in the kernel's own name space, which begins with a null byte and is no file.</summary>
    public static bool IsAbstract(UnixDomainSocketEndPoint endPoint) => endPoint.Serialize() is { Size: > 2 } address
        && address[2] == 0;

    /// <exception cref="PathTooLongException">As it says.</exception>
    public static void Check(UnixDomainSocketEndPoint endPoint)
    {
        var path = endPoint.ToString();
        if (IsTooLong(path))
        {
            throw new PathTooLongException(
                $"The path {path} has {Encoding.UTF8.GetByteCount(path)} bytes; that of a socket has at most {MaxBytes}.");
        }
    }
}
