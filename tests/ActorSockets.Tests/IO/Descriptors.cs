namespace ActorSockets.Tests.IO;

/// <summary>What this process has open: to be counted by tests of the <see cref="AloneCollection"/>.</summary>
internal static class Descriptors
{
    /// <summary>What opens now and then without any test: files of the runtime, sockets of the test platform.</summary>
    public const int Slack = 10;

    public static int Count() =>
        OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;
}
