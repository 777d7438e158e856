using System.Runtime.InteropServices;

namespace ActorSockets.IO.Engine;

/// <summary>The system calls of the epoll engine, with the constants that Linux gives x64 and arm64 alike.</summary>
internal static unsafe partial class Libc
{
    public const int CloseOnExec = 0x80000;
    public const int NonBlocking = 0x800;
    public const int EventDescriptorFlags = CloseOnExec | NonBlocking;

    public const int EpollAdd = 1;
    public const uint EpollIn = 0x1;
    public const uint EpollOut = 0x4;
    public const uint EpollError = 0x8;
    public const uint EpollHangUp = 0x10;
    public const uint EpollPeerHangUp = 0x2000;
    public const uint EpollEdgeTriggered = 1u << 31;
    public const int EpollDelete = 2;
    public const int EpollModify = 3;

    /// <summary>send(2): EPIPE instead of the signal, which would end the process.</summary>
    public const int NoSignal = 0x4000;

    /// <summary>fcntl(2), F_DUPFD_CLOEXEC: a second descriptor of the same socket, closed in child processes.</summary>
    public const int Duplicate = 1030;

    public const int ShutdownWrite = 1;
    public const int CurrentDirectory = -100;
    public const int DoNotFollowLink = 0x100;
    public const int FileStatusBytes = 256;
    public const uint FileTypeAndInode = 0x101;

    public const int LevelSocket = 1;
    public const int OptionError = 4;
    public const int OptionLinger = 13;

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    public static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    public static partial int EpollControl(int epoll, int operation, int descriptor, byte* @event);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    public static partial int EpollWait(int epoll, byte* events, int maxEvents, int timeoutMilliseconds);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventDescriptor(uint initial, int flags);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(SafeHandle descriptor, void* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    public static partial nint Receive(int descriptor, byte* buffer, nuint count, int flags);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    public static partial nint Send(int descriptor, byte* buffer, nuint count, int flags);

    [LibraryImport("libc", EntryPoint = "recvmmsg", SetLastError = true)]
    public static partial int ReceiveMany(
        int descriptor, MessageHeader* messages, uint count, int flags, void* timeout);

    [LibraryImport("libc", EntryPoint = "sendmmsg", SetLastError = true)]
    public static partial int SendMany(int descriptor, MessageHeader* messages, uint count, int flags);

    [LibraryImport("libc", EntryPoint = "accept4", SetLastError = true)]
    public static partial int Accept(int descriptor, byte* address, int* addressLength, int flags);

    [LibraryImport("libc", EntryPoint = "getsockname", SetLastError = true)]
    public static partial int GetLocalAddress(int descriptor, byte* address, int* addressLength);

    [LibraryImport("libc", EntryPoint = "getpeername", SetLastError = true)]
    public static partial int GetRemoteAddress(int descriptor, byte* address, int* addressLength);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    public static partial int Connect(int descriptor, byte* address, int addressLength);

    /// <summary>What struct statx holds is laid out alike everywhere; what struct stat holds is not.</summary>
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int FileStatus(int directory, string path, int flags, uint mask, byte* status);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    public static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "shutdown", SetLastError = true)]
    public static partial int Shutdown(int descriptor, int how);

    [LibraryImport("libc", EntryPoint = "getsockopt", SetLastError = true)]
    public static partial int GetOption(int descriptor, int level, int option, void* value, int* length);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    public static partial int SetOption(int descriptor, int level, int option, void* value, int length);

    /// <summary>syscall(2), for gettid(2), which old C libraries have no function for.</summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial nint SystemCall(nint number);

    /// <summary>
    /// close(2): on Linux the descriptor is gone even when EINTR comes back, so it is never tried again.
    /// </summary>
    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);
}
