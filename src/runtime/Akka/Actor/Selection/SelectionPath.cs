namespace Akka.Actor;

/// <summary>Reads the names and patterns of a selection's path.</summary>
internal static class SelectionPath
{
    public static SelectionPathElement[] Parse(IEnumerable<string> elements)
    {
        var path = elements.Where(element => !string.IsNullOrEmpty(element)).Select(ParseElement).ToArray();
        if (path.Length > 1 && Array.IndexOf(path, SelectChildRecursive.Instance, 0, path.Length - 1) >= 0)
            throw new IllegalActorNameException("Double wildcard can only appear at the last path entry");
        return path;
    }

    private static SelectionPathElement ParseElement(string element) => element switch
    {
        "**" => SelectChildRecursive.Instance,
        ".." => SelectParent.Instance,
        _ when element.AsSpan().ContainsAny('*', '?') => new SelectChildPattern(element),
        _ => new SelectChildName(element),
    };
}
