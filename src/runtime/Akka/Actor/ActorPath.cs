using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Akka.Util;

namespace Akka.Actor;

/// <summary>
/// The names from the root of an actor system down to an actor. A node holds its parent, its name and the uid of the
/// actor's incarnation and caches nothing, because there is one for each actor: text forms are made when asked for.
/// Two paths are equal when address and names are; the uid does not count.
/// </summary>
public abstract class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>, ISurrogated
{
    public const string ValidSymbols = @"""-_.*$+:@&=,!~';""()";

    private static readonly SearchValues<char> ElementChars = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + ValidSymbols);

    private readonly ActorPath? _parent;
    private readonly string _name;
    private readonly long _uid;

    private protected ActorPath(string name)
    {
        _name = name;
    }

    private protected ActorPath(ActorPath parentPath, string name, long uid)
    {
        _parent = parentPath;
        _name = name;
        _uid = uid;
    }

    public Address Address => RootOf(this).RootAddress;

    public int Depth
    {
        get
        {
            var depth = 0;
            for (var path = _parent; path is not null; path = path._parent)
            {
                depth++;
            }

            return depth;
        }
    }

    public IReadOnlyList<string> Elements => CollectElements(appendUid: false);

    public string Name => _name;

    /// <summary>Null of a root.</summary>
    public ActorPath Parent => _parent!;

    public ActorPath Root => RootOf(this);

    public long Uid => _uid;

    internal IReadOnlyList<string> ElementsWithUid => CollectElements(appendUid: true);

    public static string FormatPathElements(IEnumerable<string> pathElements) => string.Join('/', pathElements);

    public static bool IsValidPathElement(string s) =>
        !string.IsNullOrEmpty(s) && s[0] != '$' && HasOnlyElementChars(s);

    public static ActorPath Parse(string path) =>
        TryParse(path, out var parsed)
            ? parsed
            : throw new UriFormatException($"Can not parse an ActorPath: {path}");

    public static bool TryParse(string path, [NotNullWhen(true)] out ActorPath? actorPath)
    {
        actorPath = null;
        return TryParseAddress(path, out var address, out var absoluteUri)
            && TryParse(new RootActorPath(address), absoluteUri, out actorPath);
    }

    public static bool TryParse(
        ActorPath basePath, string absoluteUri, [NotNullWhen(true)] out ActorPath? actorPath) =>
        TryParse(basePath, absoluteUri.AsSpan(), out actorPath);

    public static bool TryParse(
        ActorPath basePath, ReadOnlySpan<char> absoluteUri, [NotNullWhen(true)] out ActorPath? actorPath)
    {
        actorPath = basePath;
        foreach (var range in absoluteUri.Split('/'))
        {
            var element = absoluteUri[range];
            if (!HasNumericUid(element))
            {
                actorPath = null;
                return false;
            }

            if (!element.IsEmpty)
            {
                actorPath /= element.ToString();
            }
        }

        return true;
    }

    public static bool TryParseAddress(string path, [NotNullWhen(true)] out Address? address) =>
        Address.TryParse(path.AsSpan(), out address);

    public static bool TryParseAddress(
        string path, [NotNullWhen(true)] out Address? address, out ReadOnlySpan<char> absoluteUri) =>
        Address.TryParse(path.AsSpan(), out address, out absoluteUri);

    public static bool TryParseParts(
        ReadOnlySpan<char> path, out ReadOnlySpan<char> address, out ReadOnlySpan<char> absoluteUri)
    {
        address = default;
        absoluteUri = default;
        var schemeEnd = path.IndexOf("://");
        if (schemeEnd < 0 || !path.StartsWith("akka", StringComparison.OrdinalIgnoreCase)
            || path[..schemeEnd].Contains('/'))
        {
            return false;
        }

        var slash = path[(schemeEnd + 3)..].IndexOf('/');
        address = slash < 0 ? path : path[..(schemeEnd + 3 + slash)];
        absoluteUri = slash < 0 ? "/" : path[(schemeEnd + 3 + slash)..];
        return true;
    }

    public ActorPath Child(string childName) => this / childName;

    public int CompareTo(ActorPath? other)
    {
        if (other is null)
        {
            return 1;
        }

        var (left, right) = (this, other);
        while (!ReferenceEquals(left, right))
        {
            if (left._parent is null || right._parent is null)
            {
                return left._parent is null && right._parent is null
                    ? string.CompareOrdinal(left.ToString(), right.ToString())
                    : left._parent is null ? 1 : -1;
            }

            var result = string.CompareOrdinal(left._name, right._name);
            if (result != 0)
            {
                return result;
            }

            (left, right) = (left._parent, right._parent);
        }

        return 0;
    }

    public bool Equals(ActorPath? other)
    {
        if (other is null)
        {
            return false;
        }

        var (left, right) = (this, other);
        while (!ReferenceEquals(left, right))
        {
            if (left._parent is null || right._parent is null)
            {
                return left._parent is null && right._parent is null && left.Address.Equals(right.Address);
            }

            if (left._name != right._name)
            {
                return false;
            }

            (left, right) = (left._parent, right._parent);
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    public override int GetHashCode()
    {
        var hash = 17;
        var path = this;
        for (; path._parent is not null; path = path._parent)
        {
            hash = unchecked((hash * 31) + path._name.GetHashCode(StringComparison.Ordinal));
        }

        return unchecked((hash * 31) + path.Address.GetHashCode());
    }

    public ActorPath ParentOf(int depth)
    {
        var levels = depth >= 0 ? Math.Max(0, Depth - depth) : -(long)depth;
        var path = this;
        for (; levels > 0 && path._parent is not null; levels--)
        {
            path = path._parent;
        }

        return path;
    }

    public string ToSerializationFormat() => ToSerializationFormatWithAddress(Address);

    public string ToSerializationFormatWithAddress(Address address) => WithFragment(ToStringWithAddress(address));

    public override string ToString() => ToStringWithAddress();

    public string ToStringWithAddress() => Join(Address.ToString());

    public string ToStringWithAddress(Address address)
    {
        var own = Address;
        // A path that names its host keeps it, and so does the one system-less actor that ignores what it gets.
        var keep = (own.Host is not null && own.Port.HasValue) || ReferenceEquals(own, Address.AllSystems);
        return Join((keep ? own : address).ToString());
    }

    public string ToStringWithoutAddress() => Join("");

    public string ToStringWithUid() => WithFragment(ToStringWithAddress());

    public ISurrogate ToSurrogate(ActorSystem system) => new Surrogate(ToSerializationFormat());

    public ActorPath WithUid(long uid) =>
        _parent is null
            ? uid == 0 ? this : throw new NotSupportedException("RootActorPath must have undefined Uid")
            : uid == _uid ? this : new ChildActorPath(_parent, _name, uid);

    public static ActorPath operator /(ActorPath path, string name)
    {
        var hash = name.IndexOf('#');
        return hash < 0
            ? new ChildActorPath(path, name, 0)
            : new ChildActorPath(path, name[..hash], long.Parse(name.AsSpan(hash + 1)));
    }

    public static ActorPath operator /(ActorPath path, IEnumerable<string> name)
    {
        foreach (var element in name)
        {
            if (!string.IsNullOrEmpty(element))
            {
                path /= element;
            }
        }

        return path;
    }

    public static bool operator ==(ActorPath? left, ActorPath? right) =>
        left is null ? right is null : left.Equals(right);

    public static bool operator !=(ActorPath? left, ActorPath? right) => !(left == right);

    private static RootActorPath RootOf(ActorPath path)
    {
        while (path._parent is not null)
        {
            path = path._parent;
        }

        return Unsafe.As<RootActorPath>(path);
    }

    private static bool HasNumericUid(ReadOnlySpan<char> element)
    {
        var hash = element.IndexOf('#');
        return hash < 0 || long.TryParse(element[(hash + 1)..], out _);
    }

    private static bool HasOnlyElementChars(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var other = text.IndexOfAnyExcept(ElementChars);
            if (other < 0)
            {
                return true;
            }

            // The only other thing allowed is a percent-encoded byte.
            if (text[other] != '%' || text.Length < other + 3
                || !char.IsAsciiHexDigit(text[other + 1]) || !char.IsAsciiHexDigit(text[other + 2]))
            {
                return false;
            }

            text = text[(other + 3)..];
        }
    }

    private string[] CollectElements(bool appendUid)
    {
        var depth = Depth;
        var elements = depth == 0 ? [] : new string[depth];
        for (var path = this; path._parent is not null; path = path._parent)
        {
            elements[--depth] = path._name;
        }

        if (appendUid && elements.Length > 0)
        {
            elements[^1] = WithFragment(_name);
        }

        return elements;
    }

    private string WithFragment(string text) => _uid == 0 ? text : $"{text}#{_uid}";

    private string Join(string prefix)
    {
        if (_parent is null)
        {
            return prefix + "/";
        }

        var length = prefix.Length;
        for (var path = this; path._parent is not null; path = path._parent)
        {
            length += path._name.Length + 1;
        }

        return string.Create(length, (this, prefix), static (buffer, state) =>
        {
            var (leaf, start) = state;
            start.CopyTo(buffer);
            for (var path = leaf; path._parent is not null; path = path._parent)
            {
                path._name.CopyTo(buffer[^path._name.Length..]);
                buffer = buffer[..^path._name.Length];
                buffer[^1] = '/';
                buffer = buffer[..^1];
            }
        });
    }

    /// <summary>An <see cref="ActorPath"/> as text.</summary>
    public sealed class Surrogate(string path) : ISurrogate, IEquatable<Surrogate>, IEquatable<ActorPath>
    {
        public string Path { get; } = path;

        public bool Equals(Surrogate? other) => other is not null && Path == other.Path;

        public bool Equals(ActorPath? other) => other is not null && TryParse(Path, out var own) && own.Equals(other);

        public override bool Equals(object? obj) =>
            obj is ActorPath actorPath ? Equals(actorPath) : Equals(obj as Surrogate);

        public ISurrogated? FromSurrogate(ActorSystem system) => TryParse(Path, out var parsed) ? parsed : null;

        public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);
    }
}
