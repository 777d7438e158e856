namespace ActorSockets.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions(bool Quick, string Only, IReadOnlyCollection<string> Servers)
{
    public static BenchmarkOptions Parse(IEnumerable<string> args)
    {
        var rest = args.ToList();
        var quick = rest.Remove("--quick");
        var only = ValueOf("--only", rest) ?? "";
        return new BenchmarkOptions(quick, only, ValueOf("--servers", rest)?.Split(',') ?? []);
    }

    private static string? ValueOf(string option, List<string> args)
    {
        var at = args.IndexOf(option);
        return at >= 0 && at + 1 < args.Count ? args[at + 1] : null;
    }
}
