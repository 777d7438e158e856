namespace Akka.Actor;

/// <summary>Splits a path without an address into its names.</summary>
public static class RelativeActorPath
{
    /// <summary>The names in <paramref name="addr"/>, or null when it is an absolute URI.</summary>
    public static IEnumerable<string>? Unapply(string addr)
    {
        var colon = addr.IndexOf(':');
        var slash = addr.IndexOf('/');
        var absolute = colon > 0 && slash == colon + 1 && Uri.CheckSchemeName(addr[..colon]);
        return absolute ? null : addr.TrimStart('/').Split('/');
    }
}
