namespace ActorSockets.Benchmarks.Echo;

/// <summary>How many connections carry messages of which size, and how many are under way on each.</summary>
internal sealed record EchoCase(int Connections, int Bytes, int InFlight)
{
    public static readonly EchoCase[] All =
    [
        new(50, 64, 1),
        new(1000, 64, 1),
        new(50, 64, 16),
        new(50, 16 * 1024, 1),
    ];

    /// <summary>What there are so many of.</summary>
    public string Of { get; init; } = "connections";

    public override string ToString()
    {
        var size = Bytes < 1024 ? $"{Bytes} B" : $"{Bytes / 1024} KiB";
        var flight = InFlight == 1 ? "one in flight" : $"{InFlight} in flight";
        return $"{Connections:#,0} {Of}, {size}, {flight}";
    }
}
