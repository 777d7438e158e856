namespace ActorSockets.Benchmarks.Echo;

/// <summary>What one server did in all rounds of one case.</summary>
internal sealed class EchoResult
{
    private readonly List<LoadReport> _reports = [];

    public IReadOnlyList<LoadReport> Reports => _reports;

    public void Add(LoadReport report) => _reports.Add(report);

    public Series Of(Func<LoadReport, double> figure)
    {
        var series = new Series();
        foreach (var report in _reports)
        {
            series.Add(figure(report));
        }

        return series;
    }

    /// <summary>This server's figure over the reference's of the same round: what both met alike drops out.</summary>
    public Series RatioTo(EchoResult? reference, Func<LoadReport, double> figure)
    {
        var series = new Series();
        for (var i = 0; i < _reports.Count; i++)
        {
            series.Add(reference is null ? double.NaN : figure(_reports[i]) / figure(reference.Reports[i]));
        }

        return series;
    }
}
