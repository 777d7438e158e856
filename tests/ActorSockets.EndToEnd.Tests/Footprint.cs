using System.Globalization;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>What a process takes.</summary>
internal static class Footprint
{
    /// <summary>The memory that a process occupies, as Linux accounts for it.</summary>
    public static long ResidentBytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmRSS:"));
        var kilobytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024;
    }
}
