using System.Collections.Immutable;

namespace Akka.Actor;

/// <summary>
/// Deployments by the names of their paths. The more exact key wins: a name, then <c>*</c>, then <c>**</c>.
/// </summary>
internal sealed class DeploymentTree
{
    public static readonly DeploymentTree Empty =
        new(null, ImmutableDictionary<string, DeploymentTree>.Empty);

    private readonly Deploy? _deploy;
    private readonly ImmutableDictionary<string, DeploymentTree> _children;

    private DeploymentTree(Deploy? deploy, ImmutableDictionary<string, DeploymentTree> children)
    {
        _deploy = deploy;
        _children = children;
    }

    public bool IsEmpty => _deploy is null && _children.IsEmpty;

    public DeploymentTree Add(IReadOnlyList<string> path, int index, Deploy deploy)
    {
        if (index == path.Count)
        {
            return new DeploymentTree(deploy, _children);
        }

        var child = _children.GetValueOrDefault(path[index], Empty);
        return new DeploymentTree(_deploy, _children.SetItem(path[index], child.Add(path, index + 1, deploy)));
    }

    public Deploy? Find(IReadOnlyList<string> path, int index)
    {
        if (index == path.Count)
        {
            return _deploy;
        }

        return FindBelow(path[index], path, index)
            ?? FindBelow("*", path, index)
            ?? _children.GetValueOrDefault("**")?._deploy;
    }

    private Deploy? FindBelow(string name, IReadOnlyList<string> path, int index) =>
        _children.TryGetValue(name, out var child) ? child.Find(path, index + 1) : null;
}
