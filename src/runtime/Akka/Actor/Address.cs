using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Akka.Util;

namespace Akka.Actor;

/// <summary>
/// Where an actor system is: <c>protocol://system</c> of a local one,
/// <c>protocol://system@host:port</c> of a remote one.
/// </summary>
public sealed class Address : IEquatable<Address>, IComparable<Address>, IComparable, ISurrogated, ICloneable
{
    public static readonly Address AllSystems = new("akka", "all-systems");

    public static readonly IComparer<Address> Comparer =
        Comparer<Address>.Create(static (left, right) =>
            left is null ? (right is null ? 0 : -1) : left.CompareTo(right));

    private readonly string _text;

    public Address(string protocol, string system, string? host = null, int? port = null)
    {
        Protocol = protocol;
        System = system;
        Host = host?.ToLowerInvariant();
        Port = port;
        _text = Format();
    }

    public bool HasGlobalScope => !string.IsNullOrEmpty(Host);

    public bool HasLocalScope => string.IsNullOrEmpty(Host);

    public string? Host { get; }

    public int? Port { get; }

    public string Protocol { get; }

    public string System { get; }

    public static Address Parse(string address) =>
        TryParse(address, out var parsed)
            ? parsed
            : throw new UriFormatException($"Can not parse an Address: {address}");

    public static bool TryParse(string path, [NotNullWhen(true)] out Address? address) =>
        TryParse(path.AsSpan(), out address, out _);

    public static bool TryParse(
        string path, [NotNullWhen(true)] out Address? address, [NotNullWhen(true)] out string? absolutUri)
    {
        var parsed = TryParse(path.AsSpan(), out address, out ReadOnlySpan<char> rest);
        absolutUri = parsed ? rest.ToString() : null;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<char> span, [NotNullWhen(true)] out Address? address) =>
        TryParse(span, out address, out _);

    public static bool TryParse(
        ReadOnlySpan<char> span, [NotNullWhen(true)] out Address? address, out ReadOnlySpan<char> absolutUri)
    {
        address = null;
        if (!ActorPath.TryParseParts(span, out var authority, out absolutUri))
        {
            return false;
        }

        var schemeEnd = authority.IndexOf(':');
        var scheme = authority[..schemeEnd].ToString().ToLowerInvariant();
        authority = authority[(schemeEnd + 3)..];
        var at = authority.IndexOf('@');
        if (at < 0)
        {
            address = new Address(scheme, authority.ToString());
            return true;
        }

        if (!TryParseHostPort(authority[(at + 1)..], out var host, out var port))
        {
            absolutUri = default;
            return false;
        }

        address = new Address(scheme, authority[..at].ToString(), host, port);
        return true;
    }

    public object Clone() => new Address(Protocol, System, Host, Port);

    public int CompareTo(Address? other)
    {
        if (ReferenceEquals(this, other))
        {
            return 0;
        }

        if (other is null)
        {
            return 1;
        }

        var result = string.CompareOrdinal(Protocol, other.Protocol);
        result = result != 0 ? result : string.CompareOrdinal(System, other.System);
        result = result != 0 ? result : string.CompareOrdinal(Host ?? "", other.Host ?? "");
        return result != 0 ? result : (Port ?? 0).CompareTo(other.Port ?? 0);
    }

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Address other => CompareTo(other),
        _ => throw new ArgumentException(
            $"Cannot compare {nameof(Address)} with instance of type '{obj.GetType().FullName}'."),
    };

    public bool Equals(Address? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Port == other.Port && _text == other._text && Host == other.Host);

    public override bool Equals(object? obj) => Equals(obj as Address);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    public string HostPort() => _text[(Protocol.Length + 3)..];

    public override string ToString() => _text;

    public ISurrogate ToSurrogate(ActorSystem system) =>
        new AddressSurrogate { Protocol = Protocol, System = System, Host = Host, Port = Port };

    public Address WithHost(string? host = null) => new(Protocol, System, host, Port);

    public Address WithPort(int? port = null) => new(Protocol, System, Host, port);

    public Address WithProtocol(string protocol) => new(protocol, System, Host, Port);

    public Address WithSystem(string system) => new(Protocol, system, Host, Port);

    public static bool operator ==(Address? left, Address? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Address? left, Address? right) => !(left == right);

    private static bool TryParseHostPort(ReadOnlySpan<char> text, out string? host, out int port)
    {
        host = null;
        port = 0;
        // An IPv6 address stands in brackets, so that its colons can not be taken for the one before the port.
        var colon = text.LastIndexOf(':');
        if (colon < 0 || colon < text.LastIndexOf(']')
            || !int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port))
        {
            return false;
        }

        host = text[..colon].ToString();
        return true;
    }

    private string Format()
    {
        var host = string.IsNullOrWhiteSpace(Host) ? "" : "@" + Host;
        var port = Port.HasValue ? ":" + Port.Value : "";
        return $"{Protocol}://{System}{host}{port}";
    }

    /// <summary>An <see cref="Address"/> as plain data.</summary>
    public sealed class AddressSurrogate : ISurrogate
    {
        public string? Host { get; set; }

        public int? Port { get; set; }

        public string Protocol { get; set; } = "";

        public string System { get; set; } = "";

        public ISurrogated FromSurrogate(ActorSystem system) => new Address(Protocol, System, Host, Port);
    }
}
