namespace Akka.Tests.Api;

/// <summary>
/// A public type as the listings show it: its name with the types it is nested in, and a line for each member.
/// </summary>
internal sealed record ApiType(
    string Namespace, string Name, string Kind, IReadOnlyList<string> Bases, IReadOnlyList<string> Members)
{
    public string FullName => $"{Namespace}.{Name}";

    public override string ToString() => $"{Kind} {FullName}";
}
