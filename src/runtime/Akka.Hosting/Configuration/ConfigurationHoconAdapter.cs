using System.Globalization;
using System.Text.RegularExpressions;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using Microsoft.Extensions.Configuration;

namespace Akka.Hosting.Configuration;

/// <summary>
/// Reads the application's configuration as HOCON. Sections become objects, or arrays when all their keys are numbers;
/// dots in a key part it, unless they stand in quotes; underscores become dashes, and, normalized, keys lower case.
/// </summary>
public static partial class ConfigurationHoconAdapter
{
    public static Config ToHocon(this IConfiguration config, bool normalizeKeys = true)
    {
        ArgumentNullException.ThrowIfNull(config);
        var sections = config is IConfigurationSection section ? [section] : config.GetChildren();
        return new Config(new HoconRoot(new HoconValue([ToObject(sections, normalizeKeys)])));
    }

    private static HoconObject ToObject(IEnumerable<IConfigurationSection> sections, bool normalizeKeys)
    {
        var result = new HoconObject();
        foreach (var section in sections)
            result.Merge(AtPath(section, normalizeKeys));
        return result;
    }

    private static HoconObject AtPath(IConfigurationSection section, bool normalizeKeys)
    {
        var key = normalizeKeys ? section.Key.ToLowerInvariant() : section.Key;
        var value = new HoconValue([ToElement(section, normalizeKeys)]);
        HoconObject? result = null;
        foreach (var part in HoconKeys.SplitVariable(key).Reverse())
        {
            result = new HoconObject();
            result.Items[part] = value;
            value = new HoconValue([result]);
        }

        return result ?? new HoconObject();
    }

    private static IHoconElement ToElement(IConfigurationSection section, bool normalizeKeys)
    {
        var children = section.GetChildren().ToList();
        if (children.Count == 0)
            return new HoconLiteral { Value = ToText(section.Value)! };
        if (!children.TrueForAll(IsItem))
            return ToObject(children, normalizeKeys);

        var array = new HoconArray();
        foreach (var child in children.OrderBy(child => int.Parse(child.Key, CultureInfo.InvariantCulture)))
            array.Add(new HoconValue([ToElement(child, normalizeKeys)]));
        return array;
    }

    private static bool IsItem(IConfigurationSection section)
        => int.TryParse(section.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>
    /// JSON's <c>true</c> arrives as <c>True</c>, and .NET writes durations its own way; HOCON knows neither.
    /// </summary>
    private static string? ToText(string? value)
    {
        if (value is not null && ClockDuration().IsMatch(value)
            && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var duration))
            return duration.ToHocon(allowInfinite: true);
        return bool.TryParse(value, out var flag) ? flag ? "true" : "false" : value;
    }

    [GeneratedRegex(@"^-?(\d+\.)?\d{1,2}:\d{2}:\d{2}(\.\d{1,7})?$")]
    private static partial Regex ClockDuration();
}
