using System.Runtime.InteropServices;

namespace ActorSockets.IO.Engine;

/// <summary>Which file a path leads to, links not followed: later it may lead to another one. Linux only.</summary>
internal readonly record struct FileIdentity(uint DeviceMajor, uint DeviceMinor, ulong Inode, bool IsSocket)
{
    private const int TypeMask = 0xF000;
    private const int TypeSocket = 0xC000;

    /// <summary>Null when there is none, or none that may be seen.</summary>
    public static unsafe FileIdentity? Of(string path)
    {
        var status = stackalloc byte[Libc.FileStatusBytes];
        if (Libc.FileStatus(Libc.CurrentDirectory, path, Libc.DoNotFollowLink, Libc.FileTypeAndInode, status) != 0)
        {
            return null;
        }

        // statx(2): stx_mode at 28, stx_ino at 32, stx_dev_major and _minor at 136 and 140.
        var bytes = new ReadOnlySpan<byte>(status, Libc.FileStatusBytes);
        return new FileIdentity(
            MemoryMarshal.Read<uint>(bytes[136..]),
            MemoryMarshal.Read<uint>(bytes[140..]),
            MemoryMarshal.Read<ulong>(bytes[32..]),
            (MemoryMarshal.Read<ushort>(bytes[28..]) & TypeMask) == TypeSocket);
    }
}
