using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorSockets.IO.Engine;

namespace ActorSockets.Configuration;

/// <summary>Addresses in text: <c>127.0.0.1:80</c>, <c>[::1]:80</c>, <c>name:80</c>, <c>*:80</c>, and of Unix sockets
/// <c>unix:/path</c>, <c>unix:{runtime}/path</c>, <c>unix:@name</c>.</summary>
internal static class EndPoints
{
    public const string Expected = "an address such as 127.0.0.1:7777, [::1]:7777, localhost:7777, *:7777 or "
                                   + "unix:/run/echo.sock (a full path, of at most 107 bytes)";

    private const string Unix = "unix:";
    private const string Runtime = "{runtime}";

    public static EndPoint Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"'{text}' is not {Expected}.");

    public static EndPoint? TryParse(string? text)
    {
        if (text?.StartsWith(Unix, StringComparison.Ordinal) ?? false)
            return ParseUnix(text[Unix.Length..]);

        var colon = text?.LastIndexOf(':') ?? -1;
        if (colon <= 0 || !TryParsePort(text.AsSpan(colon + 1), out var port))
            return null;

        var host = text![..colon];
        if (host == "*")
            return new IPEndPoint(IPAddress.Any, port);
        if (host.StartsWith('[') && host.EndsWith(']'))
            return ParseAddress(host[1..^1], port);
        return LooksLikeIPv4(host) ? ParseIPv4(host, port) : ParseName(host, port);
    }

    private static bool TryParsePort(ReadOnlySpan<char> text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort;

    private static bool LooksLikeIPv4(string host) => host.All(c => char.IsAsciiDigit(c) || c == '.');

    // IPAddress.Parse also takes "1" and "127.1": forms that are more often a slip than meant.
    private static IPEndPoint? ParseIPv4(string host, int port) =>
        host.Count(c => c == '.') == 3 ? ParseAddress(host, port) : null;

    private static IPEndPoint? ParseAddress(string host, int port) =>
        IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port) : null;

    private static UnixDomainSocketEndPoint? ParseUnix(string text)
    {
        if (text.StartsWith('@') && text.Length > 1 && !UnixPath.IsTooLong(text))
            return new UnixDomainSocketEndPoint($"\0{text[1..]}");

        var path = text.StartsWith(Runtime, StringComparison.Ordinal) ? RuntimeFolder + text[Runtime.Length..] : text;
        return Path.IsPathRooted(path) && !UnixPath.IsTooLong(path) ? new UnixDomainSocketEndPoint(path) : null;
    }

    /// <summary>Where a user's sockets go (XDG Base Directory Specification); services often have no such folder.
    /// </summary>
    private static string RuntimeFolder => Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { } folder
        && Directory.Exists(folder) ? folder : Path.TrimEndingDirectorySeparator(Path.GetTempPath());

    private static DnsEndPoint? ParseName(string host, int port) =>
        Uri.CheckHostName(host) == UriHostNameType.Dns ? new DnsEndPoint(host, port) : null;
}
