using System.Globalization;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>What a load generator says at its end: one line of key=value pairs.</summary>
internal sealed record LoadReport(
    long Messages,
    double Seconds,
    double P50,
    double P99,
    double P999,
    long Least,
    long Median,
    double LoadCpu,
    double ServerCpu)
{
    public double Rate => Messages / Seconds;

    public double ServerMicroseconds => ServerCpu * 1e6 / Messages;

    public static LoadReport Parse(string line)
    {
        var values = line.Split(' ').Select(pair => pair.Split('=')).ToDictionary(
            pair => pair[0],
            pair => double.Parse(pair[1], CultureInfo.InvariantCulture));
        return new LoadReport(
            (long)values["messages"],
            values["seconds"],
            values["p50"],
            values["p99"],
            values["p999"],
            (long)values["least"],
            (long)values["median"],
            values["load_cpu"],
            values["server_cpu"]);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"messages={Messages} seconds={Seconds:F6} p50={P50:F2} p99={P99:F2} p999={P999:F2} "
        + $"least={Least} median={Median} load_cpu={LoadCpu:F6} server_cpu={ServerCpu:F6}");
}
