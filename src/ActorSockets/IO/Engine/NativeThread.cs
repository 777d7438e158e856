using System.Runtime.InteropServices;

namespace ActorSockets.IO.Engine;

/// <summary>What the kernel knows of a thread. Linux only; elsewhere nothing is known.</summary>
internal static class NativeThread
{
    /// <summary>gettid(2) of the calling thread; 0 where there is none.</summary>
    public static int CurrentId => OperatingSystem.IsLinux() && GetIdNumber() is { } number
        ? (int)Libc.SystemCall(number)
        : 0;

    /// <summary>
    /// Whether a thread of this process computes, or would if it had a processor: proc_pid_stat(5), state R. False for
    /// one that waits, and when it is not known.
    /// </summary>
    public static bool IsRunnable(int id)
    {
        try
        {
            // The name before the state is in brackets, and may contain brackets itself.
            var stat = id == 0 ? "" : File.ReadAllText($"/proc/self/task/{id}/stat");
            return stat.AsSpan(stat.LastIndexOf(')') + 1).StartsWith(" R");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The thread is gone, or there is no /proc.
            return false;
        }
    }

    // The generated tables of system calls (asm/unistd.h).
    private static nint? GetIdNumber() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 186,
        Architecture.Arm64 => 178,
        _ => null,
    };
}
