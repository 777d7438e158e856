using System.Globalization;
using System.Text;
using Akka.Configuration;

namespace Akka.Hosting;

/// <summary>Writes values so that HOCON reads them back.</summary>
public static class HoconExtensions
{
    private const string Reserved = "$\"{}[]:=,#`^?!@*&\\";

    /// <summary>A text, in quotes where it needs them.</summary>
    public static string ToHocon(this string? text)
    {
        if (text is null)
            return "null";

        var escaped = new StringBuilder();
        foreach (var c in text)
            escaped.Append(Escape(c));
        return NeedsQuotes(text) || escaped.Length != text.Length ? $"\"{escaped}\"" : text;
    }

    public static string ToHocon(this bool? value) => Required(value).ToHocon();

    public static string ToHocon(this bool value) => value ? "on" : "off";

    public static string ToHocon(this TimeSpan? value, bool allowInfinite = false, bool zeroIsInfinite = false)
        => Required(value).ToHocon(allowInfinite, zeroIsInfinite);

    /// <summary>
    /// A duration in milliseconds, HOCON's own unit. A negative one, and zero if so asked, is infinite, and refused
    /// unless that is allowed.
    /// </summary>
    public static string ToHocon(this TimeSpan value, bool allowInfinite = false, bool zeroIsInfinite = false)
    {
        var isInfinite = value < TimeSpan.Zero || (zeroIsInfinite && value == TimeSpan.Zero);
        if (isInfinite && !allowInfinite)
            throw new ConfigurationException("Infinite value is not allowed");
        return isInfinite ? "infinite" : value.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
    }

    public static string ToHocon(this float? value) => Required(value).ToHocon();

    public static string ToHocon(this float value) => value.ToString(CultureInfo.InvariantCulture);

    public static string ToHocon(this double? value) => Required(value).ToHocon();

    public static string ToHocon(this double value) => value.ToString(CultureInfo.InvariantCulture);

    public static string ToHocon(this int? value) => Required(value).ToHocon();

    public static string ToHocon(this int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string ToHocon(this long? value) => Required(value).ToHocon();

    public static string ToHocon(this long value) => value.ToString(CultureInfo.InvariantCulture);

    private static T Required<T>(T? value) where T : struct
        => value ?? throw new ConfigurationException("Value can not be null");

    private static bool NeedsQuotes(string text)
        => text.Length == 0 || text == "null" || text != text.Trim()
           || text.Any(c => Reserved.Contains(c, StringComparison.Ordinal));

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '/' => "\\/",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when c > 255 || char.IsControl(c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        _ => c.ToString(),
    };
}
