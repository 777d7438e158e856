using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ActorSockets.IO.Engine;

/// <summary>
/// The file that a listening Unix socket has made: takes the place of one that nobody listens behind, and is removed
/// with its socket, if it is still the same file.
/// </summary>
internal sealed class UnixSocketFile
{
    /// <summary>Connecting takes the right to write: its owner's alone, unless an option says otherwise.</summary>
    public const UnixFileMode DefaultMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private FileIdentity? _identity;

    private UnixSocketFile(UnixDomainSocketEndPoint endPoint, string path)
    {
        EndPoint = endPoint;
        _path = path;
        _identity = FileIdentity.Of(path);
    }

    public UnixDomainSocketEndPoint EndPoint { get; }

    /// <summary>Binds, and makes the file that this then is. Nobody can connect to it before listen(2).</summary>
    [SupportedOSPlatform("linux")]
    public static UnixSocketFile Bind(Socket socket, UnixDomainSocketEndPoint endPoint)
    {
        var path = Path.GetFullPath(endPoint.ToString());
        try
        {
            UnixBindAddress.Bind(socket, endPoint);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            // There is a file under the path.
            RemoveStale(path, endPoint);
            UnixBindAddress.Bind(socket, endPoint);
        }
        catch (SocketException e) when (e.SocketErrorCode != SocketError.AccessDenied)
        {
            // No such folder, too long a name, a read-only file system: what .NET calls them speaks of addresses.
            throw new IOException($"{path} cannot be made: {Marshal.GetPInvokeErrorMessage(e.NativeErrorCode)}", e);
        }

        var file = new UnixSocketFile(endPoint, path);
        File.SetUnixFileMode(path, DefaultMode);
        return file;
    }

    /// <summary>Idempotent.</summary>
    public void Remove()
    {
        if (_identity is { } identity && FileIdentity.Of(_path) == identity)
        {
            TryDelete(_path);
        }

        _identity = null;
    }

    /// <summary>
    /// Whoever has died without removing its file has left one that refuses connections. Two that start at the same
    /// moment may both find it: the identity is looked at again right before the removal, which leaves microseconds.
    /// </summary>
    private static void RemoveStale(string path, UnixDomainSocketEndPoint endPoint)
    {
        var found = FileIdentity.Of(path);
        if (found is { IsSocket: false })
        {
            throw new IOException($"{path} exists and is no socket, so it is left alone");
        }

        if (!IsRefused(endPoint))
        {
            throw new SocketException((int)SocketError.AddressAlreadyInUse);
        }

        if (FileIdentity.Of(path) == found)
        {
            TryDelete(path);
        }
    }

    private static bool IsRefused(UnixDomainSocketEndPoint endPoint)
    {
        // Not blocking: a listener whose backlog is full is there, too.
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        probe.Blocking = false;
        try
        {
            probe.Connect(endPoint);
            return false;
        }
        catch (SocketException e)
        {
            // Everything but a refusal (no right to connect, a datagram socket) is somebody's.
            return e.SocketErrorCode == SocketError.ConnectionRefused;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder has been made read-only, or is gone: the file is stale then, and the next one's to remove; a
            // bind that needs the path fails by itself.
        }
    }
}
