using System.Globalization;

namespace ActorSockets.Benchmarks.Connections;

/// <summary>What the program <c>churn</c> says at its end.</summary>
internal sealed record ChurnReport(long Connections, double Seconds, double ServerCpu)
{
    public double Rate => Connections / Seconds;

    public double ServerMicroseconds => ServerCpu * 1e6 / Connections;

    public static ChurnReport Parse(string line)
    {
        var values = line.Split(' ').Select(pair => pair.Split('=')).ToDictionary(
            pair => pair[0],
            pair => double.Parse(pair[1], CultureInfo.InvariantCulture));
        return new ChurnReport((long)values["connections"], values["seconds"], values["server_cpu"]);
    }
}
