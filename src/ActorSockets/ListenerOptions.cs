using System.Net;
using ActorSockets.Configuration;
using Akka.Actor;

namespace ActorSockets;

/// <summary>One endpoint of a server, and what serves the connections that arrive there.</summary>
/// <param name="Name">Names the listener within its server, in logs and errors.</param>
/// <param name="EndPoint">Where to listen. Port 0 lets the system choose a port: see
/// <see cref="SocketServer.Listeners"/>.</param>
/// <param name="Handler">Creates the actor of each connection: the Props of a class that derives from
/// <see cref="ConnectionActor"/>. With <see cref="TransportKind.Udp"/> it creates the one actor that gets all
/// datagrams, which is any other actor.</param>
public sealed record ListenerOptions(string Name, EndPoint EndPoint, Props Handler) : ConnectionOptions
{
    /// <summary>Creates a listener from an address in text.</summary>
    /// <param name="name">Names the listener within its server, in logs and errors.</param>
    /// <param name="endPoint">Where to listen, as <c>127.0.0.1:7777</c>, <c>[::1]:7777</c>, <c>localhost:7777</c>,
    /// <c>*:7777</c> for every address of this machine, or <c>unix:/run/echo.sock</c> for a Unix socket;
    /// <c>{runtime}</c> at the beginning of its path stands for the folder that XDG_RUNTIME_DIR names, or the one for
    /// temporary files, and <c>unix:@name</c> is an abstract name.</param>
    /// <param name="handler">Creates the actor of each connection.</param>
    /// <exception cref="FormatException">The text is no such address.</exception>
    public ListenerOptions(string name, string endPoint, Props handler)
        : this(name, EndPoints.Parse(endPoint), handler)
    {
    }

    /// <summary>What it listens with. Default: TCP. With UDP there are no connections: of the options only
    /// <see cref="ConnectionOptions.MaxRestarts"/>, <see cref="ConnectionOptions.RestartWindow"/> and
    /// <see cref="ConnectionOptions.HandlerDispatcher"/> count, and a handler that is restarted too often closes the
    /// port.</summary>
    public TransportKind Transport { get; init; }

    /// <summary>How many connections the system may hold that the server has not accepted yet. Default: 1,024. Beyond
    /// it connecting peers have to try again, which their systems do by themselves, more and more slowly. The system's
    /// own limit (on Linux <c>net.core.somaxconn</c>) comes first.</summary>
    public int Backlog { get; init; } = 1024;

    /// <summary>The mode of a Unix socket's file; to connect takes the right to write to it. Default: its owner may
    /// read and write, and nobody else. Of no effect elsewhere.</summary>
    public UnixFileMode UnixFileMode { get; init; } = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the listener's connections TLS connections: its certificates, and what is asked of clients.
    /// Default: null, plain TCP. A connection gets its handler when the handshake has succeeded; what has been agreed
    /// is <see cref="Connection.Tls"/>.</summary>
    public TlsServerOption? Tls { get; init; }
}
