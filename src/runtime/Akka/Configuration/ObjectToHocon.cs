using System.Collections;
using System.Globalization;
using System.Reflection;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>
/// Turns an object's public properties and fields into a HOCON object: nested objects into objects, sequences into
/// arrays, values of enumerations into their numbers, as the JSON would have them that Akka.NET goes by.
/// </summary>
internal static class ObjectToHocon
{
    private const int MaxDepth = 64;

    public static HoconValue Convert(object source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return HoconValue.Of(ToObject(source, 0));
    }

    private static HoconObject ToObject(object source, int depth)
    {
        if (depth > MaxDepth)
            throw new ConfigurationException($"{source.GetType().Name} nests deeper than {MaxDepth} levels");

        var result = new HoconObject();
        foreach (var (name, value) in Members(source))
            result.Items[name] = HoconValue.Of(ToElement(value, depth + 1));
        return result;
    }

    private static IEnumerable<(string Name, object? Value)> Members(object source)
    {
        if (source is IDictionary dictionary)
            return Entries(dictionary);

        const BindingFlags members = BindingFlags.Public | BindingFlags.Instance;
        var fields = source.GetType().GetFields(members).Select(f => (f.Name, f.GetValue(source)));
        return source.GetType().GetProperties(members)
            .Where(p => p.CanRead && p.GetIndexParameters().Length == 0)
            .Select(p => (p.Name, p.GetValue(source)))
            .Concat(fields);
    }

    private static IEnumerable<(string Name, object? Value)> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
            yield return (Invariant(entry.Key), entry.Value);
    }

    private static IHoconElement ToElement(object? value, int depth) => value switch
    {
        null => new HoconLiteral(),
        Enum constant => new HoconLiteral { Value = constant.ToString("D") },
        string or IFormattable => new HoconLiteral { Value = Invariant(value) },
        bool flag => new HoconLiteral { Value = flag ? "true" : "false" },
        Type type => new HoconLiteral { Value = type.AssemblyQualifiedName },
        IDictionary => ToObject(value, depth),
        IEnumerable items => ToArray(items, depth),
        _ => ToObject(value, depth),
    };

    private static HoconArray ToArray(IEnumerable items, int depth)
    {
        var array = new HoconArray();
        foreach (var item in items)
            array.Add(HoconValue.Of(ToElement(item, depth + 1)));
        return array;
    }

    private static string Invariant(object value) => value switch
    {
        // HOCON durations have no "00:00:01"; milliseconds are what a number without unit means.
        TimeSpan duration when duration == Timeout.InfiniteTimeSpan => "infinite",
        TimeSpan duration => duration.TotalMilliseconds.ToString(CultureInfo.InvariantCulture) + "ms",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
