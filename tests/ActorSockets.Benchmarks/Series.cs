using System.Globalization;

namespace ActorSockets.Benchmarks;

/// <summary>One figure, measured several times.</summary>
internal sealed class Series
{
    private readonly List<double> _values = [];

    public IReadOnlyList<double> Values => _values;

    public double Median
    {
        get
        {
            var sorted = _values.Order().ToArray();
            var middle = sorted.Length / 2;
            return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    public double Low => _values.Min();

    public double High => _values.Max();

    public static Series Of(IEnumerable<double> values)
    {
        var series = new Series();
        series._values.AddRange(values);
        return series;
    }

    public void Add(double value) => _values.Add(value);

    /// <summary>Three digits, with k or M in place of zeros.</summary>
    public static string Format(double value) => value switch
    {
        double.NaN => "–",
        >= 999_500 => ThreeDigits(value / 1e6) + " M",
        >= 9_999.5 => ThreeDigits(value / 1e3) + " k",
        _ => ThreeDigits(value),
    };

    public override string ToString() => Format(Median);

    public string Spread() => $"{Format(Low)} … {Format(High)}";

    private static string ThreeDigits(double value) =>
        value.ToString(value >= 99.95 ? "#,0" : value >= 9.995 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
