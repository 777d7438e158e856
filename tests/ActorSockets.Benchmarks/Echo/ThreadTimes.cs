using System.Globalization;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>The processor time of each thread of a process: proc(5), fields 14 and 15 of task/*/stat.</summary>
internal static class ThreadTimes
{
    public static Dictionary<string, long> Of(int process) =>
        Directory.EnumerateDirectories($"/proc/{process}/task").ToDictionary(task => Path.GetFileName(task), Ticks);

    /// <summary>The part that the busiest thread had of all that was spent between two readings.</summary>
    public static double LargestShare(Dictionary<string, long> before, Dictionary<string, long> after)
    {
        var spent = after.Select(thread => thread.Value - before.GetValueOrDefault(thread.Key)).ToList();
        return (double)spent.Max() / Math.Max(1, spent.Sum());
    }

    private static long Ticks(string task)
    {
        // The name of the thread, before these, may hold spaces, and ends with the last bracket.
        var stat = File.ReadAllText(Path.Combine(task, "stat"));
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(fields[11], CultureInfo.InvariantCulture)
            + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }
}
