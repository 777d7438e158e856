using Akka.Util;

namespace Akka.Actor;

/// <summary>Down to all children whose names match a pattern with <c>*</c> and <c>?</c>.</summary>
public class SelectChildPattern(string patternStr) : SelectionPathElement
{
    public string PatternStr { get; } = patternStr;

    public override bool Equals(object? obj) =>
        obj is SelectChildPattern other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => PatternStr.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => PatternStr;

    internal bool Matches(IActorRef child) => child.Path.Name.Like(PatternStr);

    protected bool Equals(SelectChildPattern other) =>
        string.Equals(PatternStr, other.PatternStr, StringComparison.Ordinal);
}
