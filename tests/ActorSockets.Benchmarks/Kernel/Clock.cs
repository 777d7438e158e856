using System.Diagnostics;

namespace ActorSockets.Benchmarks.Kernel;

/// <summary>Wall time and this process's processor time since one moment.</summary>
internal readonly struct Clock
{
    private readonly long _started;
    private readonly TimeSpan _cpu;

    private Clock(long started, TimeSpan cpu)
    {
        _started = started;
        _cpu = cpu;
    }

    public static Clock Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    public Figure Stop(long steps)
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        var cpu = Environment.CpuUsage.TotalTime - _cpu;
        return new Figure(steps / elapsed.TotalSeconds, cpu.TotalNanoseconds / steps);
    }
}
