using System.Diagnostics;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>A server to be measured.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Title">What the table calls it.</param>
/// <param name="Serves">The argument of <c>serve</c>; null for the C program.</param>
/// <param name="Inline">Whether .NET's sockets run completions on the thread that polls.</param>
internal sealed record ServerKind(string Name, string Title, string? Serves, bool Inline = false)
{
    public const string Reference = "c";

    public static readonly ServerKind[] All =
    [
        new(Reference, "C, epoll, one thread", null),
        new("actors", "Akka.IO, epoll engine", "actors"),
        new("actors-pool", "Akka.IO, epoll engine, handlers on the default dispatcher", "actors-pool"),
        new("actors-portable", "Akka.IO, portable engine", "actors-portable"),
        new("handlers", "`SocketServer`, a `ConnectionActor` each", "handlers"),
        new("socket", "`Socket` async", "socket"),
        new("socket-inline", "`Socket` async, inline completions", "socket", Inline: true),
        new("kestrel", "Kestrel `ConnectionHandler`", "kestrel"),
        new("kestrel-inline", "Kestrel, inline completions", "kestrel", Inline: true),
    ];

    /// <summary>Those that speak TLS.</summary>
    public static readonly ServerKind[] Tls =
    [
        new("kestrel-tls", "Kestrel `ConnectionHandler`", "kestrel-tls"),
        new("kestrel-tls-inline", "Kestrel, inline completions", "kestrel-tls", Inline: true),
        new("socket-tls", "`SslStream` on a `Socket`, async", "socket-tls"),
        new("actors-tls", "Akka.IO, epoll engine", "actors-tls"),
        new("handlers-tls", "`SocketServer`, a `ConnectionActor` each", "handlers-tls"),
    ];

    /// <summary>What a quick run looks at.</summary>
    public static readonly string[] Quick = [Reference, "actors", "handlers", "actors-portable"];

    public ProcessStartInfo Command(string? nativeEcho, string cores)
    {
        var info = Serves is null
            ? Pinning.Command(cores, nativeEcho!, [])
            : Pinning.Self(cores, "serve", Serves);
        info.RedirectStandardInput = true;
        info.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = Inline ? "1" : "0";
        return info;
    }
}
