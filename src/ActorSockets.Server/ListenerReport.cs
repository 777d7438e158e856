using ActorSockets.Framing;

namespace ActorSockets.Server;

/// <summary>The listeners that a configuration makes, as <c>--check</c> prints them.</summary>
internal static class ListenerReport
{
    public static int Print(IEnumerable<SocketServerOptions> servers, TextWriter output)
    {
        foreach (var line in servers.SelectMany(server => server.Listeners, Line))
            output.WriteLine(line);
        return ExitCode.Success;
    }

    private static string Line(SocketServerOptions server, ListenerOptions listener) =>
        $"{server.Name}/{listener.Name}: {listener.EndPoint}, {(listener.Tls is null ? "" : "TLS, ")}"
        + $"{Describe(listener)}, handled by {listener.Handler.Type.FullName}";

    private static string Describe(ListenerOptions listener) => listener.Framer switch
    {
        _ when listener.Transport == TransportKind.Udp => "datagrams",
        RawFramer => "raw bytes",
        LineFramer lines => $"lines of {lines.Encoding.WebName}",
        var other => other.GetType().Name,
    };
}
