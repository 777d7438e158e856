namespace Akka.Actor;

/// <summary>Down to the child of this name.</summary>
public class SelectChildName(string name) : SelectionPathElement
{
    public string Name { get; } = name;

    public override bool Equals(object? obj) =>
        obj is SelectChildName other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;

    protected bool Equals(SelectChildName other) => string.Equals(Name, other.Name, StringComparison.Ordinal);
}
