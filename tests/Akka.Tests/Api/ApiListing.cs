using System.Text.RegularExpressions;

namespace Akka.Tests.Api;

/// <summary>Akka.NET's public API of one assembly, read back from its listing.</summary>
internal sealed partial class ApiListing
{
    /// <summary>The assemblies that there are listings of.</summary>
    public static readonly string[] Assemblies =
        ["Akka", "Akka.DependencyInjection", "Akka.Hosting", "Akka.TestKit", "Akka.TestKit.Xunit2"];

    private readonly Dictionary<string, ApiType> _types = [];

    private ApiListing()
    {
    }

    public static ApiListing Of(string assembly)
    {
        using var stream = typeof(ApiListing).Assembly.GetManifestResourceStream($"{assembly}.txt")
                           ?? throw new ArgumentException($"There is no listing of {assembly}", nameof(assembly));
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public static ApiListing Parse(string text)
    {
        var listing = new ApiListing();
        listing.Read(text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0));
        return listing;
    }

    public IEnumerable<ApiType> Types => _types.Values;

    public ApiType? Find(string fullName) => _types.GetValueOrDefault(fullName);

    /// <summary>A type and the types it derives from or implements, as far as this listing shows them.</summary>
    public IEnumerable<ApiType> Lineage(ApiType type)
    {
        var seen = new HashSet<string> { type.FullName };
        var open = new Queue<ApiType>([type]);
        while (open.TryDequeue(out var next))
        {
            yield return next;
            foreach (var parent in next.Bases.SelectMany(Named).Where(parent => seen.Add(parent.FullName)))
                open.Enqueue(parent);
        }
    }

    [GeneratedRegex(
        "^(?<indent> *)(?<kind>interface|enum|struct|delegate|(static |abstract |sealed )?class) (?<rest>.+)$")]
    private static partial Regex TypeLine();

    /// <summary>Bases are listed by their short names, with the arguments they are used with.</summary>
    private IEnumerable<ApiType> Named(string shortName)
    {
        var name = WithoutArguments(shortName);
        return _types.Values.Where(t => WithoutArguments(t.Name) == name);
    }

    private static string WithoutArguments(string name) => name.Split('<')[0];

    private void Read(IEnumerable<string> lines)
    {
        var space = "";
        var open = new List<(ApiType Type, List<string> Members)>();
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                space = line[3..];
            }
            else if (TypeLine().Match(line) is { Success: true } match)
            {
                open.RemoveRange(match.Groups["indent"].Length / 2, open.Count - match.Groups["indent"].Length / 2);
                // A nested type's own name says the type around it; the types around that one come before.
                open.Add(Add(space, match, open.Count >= 2 ? open[^2].Type.Name : null));
            }
            else
            {
                // A member belongs to the type two columns to its left; the members come before the nested types.
                open[^1].Members.AddRange(open[^1].Type.Kind == "enum" ? line.Trim().Split(", ") : [line.Trim()]);
            }
        }
    }

    private (ApiType Type, List<string> Members) Add(string space, Match line, string? outer)
    {
        var parts = line.Groups["rest"].Value.Split(" : ", 2);
        var name = outer is null ? parts[0] : $"{outer}.{parts[0]}";
        var bases = parts.Length == 1 ? [] : SplitOutsideBrackets(parts[1]);
        var members = new List<string>();
        var type = new ApiType(space, name, line.Groups["kind"].Value, bases, members);
        _types.Add(type.FullName, type);
        return (type, members);
    }

    private static List<string> SplitOutsideBrackets(string list)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] == '<' ? 1 : list[i] == '>' ? -1 : 0;
            if (depth > 0 || list[i] != ',')
                continue;
            parts.Add(list[start..i].Trim());
            start = i + 1;
        }

        parts.Add(list[start..].Trim());
        return parts;
    }
}
