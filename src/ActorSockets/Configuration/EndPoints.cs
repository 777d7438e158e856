using System.Globalization;
using System.Net;

namespace ActorSockets.Configuration;

/// <summary>Addresses in text: <c>127.0.0.1:80</c>, <c>[::1]:80</c>, <c>name:80</c>, <c>*:80</c>.</summary>
internal static class EndPoints
{
    public const string Expected = "an address such as 127.0.0.1:7777, [::1]:7777, localhost:7777 or *:7777";

    public static EndPoint Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"'{text}' is not {Expected}.");

    public static EndPoint? TryParse(string? text)
    {
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

    private static DnsEndPoint? ParseName(string host, int port) =>
        Uri.CheckHostName(host) == UriHostNameType.Dns ? new DnsEndPoint(host, port) : null;
}
