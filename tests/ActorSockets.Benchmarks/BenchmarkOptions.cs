namespace ActorSockets.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions(bool Quick, IReadOnlyCollection<string> Servers)
{
    public static BenchmarkOptions Parse(IEnumerable<string> args)
    {
        var rest = args.ToList();
        var quick = rest.Remove("--quick");
        var at = rest.IndexOf("--servers");
        var servers = at >= 0 && at + 1 < rest.Count ? rest[at + 1].Split(',') : [];
        return new BenchmarkOptions(quick, servers);
    }
}
