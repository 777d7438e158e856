using Akka.Actor;

namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Matches a text, or an actor's path, whatever its address is where the given one has none.</summary>
public class EqualsStringAndPathMatcher : IStringMatcher
{
    private readonly string _path;
    private readonly bool _canBeRelative;

    public EqualsStringAndPathMatcher(string path, bool canBeRelative = true)
    {
        _path = path;
        _canBeRelative = canBeRelative;
    }

    public bool IsMatch(string path)
    {
        if (string.Equals(_path, path, StringComparison.Ordinal))
            return true;
        if (!_canBeRelative || !ActorPath.TryParse(path, out var actual))
            return false;

        return ActorPath.TryParse(_path, out var expected)
            ? expected.Equals(actual)
            : string.Equals(actual.ToStringWithoutAddress(), Rooted(_path), StringComparison.Ordinal);
    }

    public override string ToString() => $"== \"{_path}\"";

    private static string Rooted(string path) => path.StartsWith('/') ? path : $"/{path}";
}
