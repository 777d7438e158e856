namespace Akka.Tests.Api;

/// <summary>
/// Holds our types against a listing. We may show less than Akka.NET and nothing else: a type of ours may be sealed,
/// may lack bases and members, and may override what Akka.NET leaves as it was.
/// </summary>
internal static class ApiComparison
{
    private const string Override = "override ";

    /// <summary>A line for each thing that we show and Akka.NET does not.</summary>
    public static IEnumerable<string> Surplus(IEnumerable<ApiType> ours, ApiListing listing)
        => ours.SelectMany(type => listing.Find(type.FullName) is { } theirs
            ? Surplus(type, theirs, listing)
            : [$"{type}: no such type"]);

    /// <summary>
    /// A line for each member that whoever implements one of our types would have to write, and that we lack.
    /// </summary>
    public static IEnumerable<string> Missing(IEnumerable<ApiType> ours, ApiListing listing)
        => from type in ours
           let theirs = listing.Find(type.FullName)
           where theirs is not null && !type.Kind.StartsWith("sealed", StringComparison.Ordinal)
           from member in theirs.Members
           where IsToBeImplemented(theirs, member) && !type.Members.Contains(member)
           select $"{type}: lacks {member}";

    private static bool IsToBeImplemented(ApiType type, string member)
        => type.Kind == "interface" || member.Contains("abstract ", StringComparison.Ordinal);

    private static IEnumerable<string> Surplus(ApiType ours, ApiType theirs, ApiListing listing)
    {
        if (!IsKindAllowed(ours.Kind, theirs.Kind))
            yield return $"{ours}: is a {theirs.Kind}";

        var bases = listing.Lineage(theirs).SelectMany(t => t.Bases).Select(WithoutArguments).ToHashSet();
        foreach (var surplus in ours.Bases.Where(b => !bases.Contains(WithoutArguments(b))))
            yield return $"{ours}: is no {surplus}";

        foreach (var member in ours.Members.Where(m => !IsMemberAllowed(ours, m, theirs)))
            yield return $"{ours}: has no {member}";
    }

    private static bool IsKindAllowed(string ours, string theirs)
        => ours == theirs || (ours == "sealed class" && theirs == "class");

    private static string WithoutArguments(string name) => name.Split('<')[0];

    private static bool IsMemberAllowed(ApiType ours, string member, ApiType theirs)
    {
        // An override adds nothing that could not be called before.
        return member.Contains(Override, StringComparison.Ordinal)
               || Variants(member, ours.Kind).Any(theirs.Members.Contains);
    }

    /// <summary>What a member may be called in the listing: open to more, with a setter, or to overrides.</summary>
    public static IEnumerable<string> Variants(string member, string kind)
    {
        string[] variants = [member, member.Replace("{ get; }", "{ get; set; }"), member.Replace("protected ", "")];
        return kind == "sealed class" ? [.. variants, .. variants.Select(v => "virtual " + v)] : variants;
    }
}
