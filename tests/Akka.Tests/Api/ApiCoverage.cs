using System.Text;

namespace Akka.Tests.Api;

/// <summary>Tells of an assembly, as Markdown, what of Akka.NET's is there: type by type, and what is absent.</summary>
internal static class ApiCoverage
{
    private const int Columns = 118;

    public static string Describe(string assembly, IEnumerable<ApiType> ours, ApiListing listing)
    {
        var page = new StringBuilder($"## {assembly}\n");
        var present = ours.ToDictionary(type => type.FullName);
        foreach (var space in listing.Types.GroupBy(type => type.Namespace).OrderBy(g => g.Key, StringComparer.Ordinal))
            Describe(page, space.Key, [.. space.OrderBy(type => type.Name, StringComparer.Ordinal)], present);
        return page.ToString();
    }

    private static void Describe(
        StringBuilder page, string space, IReadOnlyList<ApiType> theirs, Dictionary<string, ApiType> present)
    {
        var lacking = theirs
            .Where(type => present.ContainsKey(type.FullName))
            .ToDictionary(type => type, type => Lacking(type, present[type.FullName]));
        page.Append($"\n### {space}\n");
        AppendNames(page, "Whole", lacking.Where(type => type.Value.Count == 0).Select(type => type.Key.Name));
        foreach (var (type, members) in lacking.Where(type => type.Value.Count > 0))
            AppendNames(page, $"`{type.Name}`, without", members);
        AppendNames(
            page, "Absent", theirs.Where(type => !present.ContainsKey(type.FullName)).Select(type => type.Name));
    }

    private static List<string> Lacking(ApiType theirs, ApiType ours)
    {
        var offered = ours.Members.SelectMany(member => ApiComparison.Variants(member, ours.Kind)).ToHashSet();
        // An override changes nothing in what can be called.
        return
        [
            .. theirs.Members.Where(m => !m.Contains("override ", StringComparison.Ordinal) && !offered.Contains(m)),
        ];
    }

    private static void AppendNames(StringBuilder page, string title, IEnumerable<string> names)
    {
        var parts = names.Select(name => $"`{name}`").ToList();
        if (parts.Count == 0)
            return;

        page.Append($"\n{title}:\n");
        var column = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i] + (i == parts.Count - 1 ? "." : ",");
            var breaks = column > 0 && column + part.Length >= Columns;
            page.Append(column == 0 ? "" : breaks ? "\n" : " ").Append(part);
            column = breaks ? part.Length : column + part.Length + 1;
        }

        page.Append('\n');
    }
}
