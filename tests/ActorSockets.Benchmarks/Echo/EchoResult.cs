namespace ActorSockets.Benchmarks.Echo;

/// <summary>What one server did in all rounds of one case.</summary>
internal sealed class EchoResult
{
    private readonly List<LoadReport> _reports = [];

    public IReadOnlyList<LoadReport> Reports => _reports;

    public void Add(LoadReport report) => _reports.Add(report);

    public Series Of(Func<LoadReport, double> figure) => Series.Of(_reports.Select(figure));

    /// <summary>This server's figure over the reference's of the same round: what both met alike drops out.</summary>
    public Series RatioTo(EchoResult? reference, Func<LoadReport, double> figure) => Series.Of(_reports.Select(
        (report, i) => reference is null ? double.NaN : figure(report) / figure(reference.Reports[i])));
}
