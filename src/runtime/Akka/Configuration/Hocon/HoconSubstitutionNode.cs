namespace Akka.Configuration.Hocon;

/// <summary>A reference as written, <c>${path}</c> or <c>${?path}</c>.</summary>
/// <param name="position">Where it stands.</param>
/// <param name="path">The keys of its path.</param>
/// <param name="isOptional">Whether nothing may be there.</param>
/// <param name="scope">Where its text was included: a path is looked up there first, then at the root.</param>
internal sealed class HoconSubstitutionNode(HoconPosition position, string[] path, bool isOptional, string[] scope)
    : HoconNode(position)
{
    public string[] Path { get; } = path;

    public bool IsOptional { get; } = isOptional;

    public string[] Scope { get; } = scope;

    /// <summary>How deep in the resolver's work this node is being followed; zero when it is not.</summary>
    public int FollowDepth { get; set; }
}
