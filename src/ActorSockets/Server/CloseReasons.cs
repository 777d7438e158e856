using System.Net.Sockets;
using Akka.IO;

namespace ActorSockets.Server;

/// <summary>What Akka.IO's close events mean for a connection that nobody has asked to close.</summary>
internal static class CloseReasons
{
    // ECONNRESET: the peer's reset was read. EPIPE and ECONNABORTED: it had come before we wrote.
    private static readonly HashSet<string> ResetTexts =
    [
        new SocketException((int)SocketError.ConnectionReset).Message,
        new SocketException((int)SocketError.ConnectionAborted).Message,
        new SocketException((int)SocketError.Shutdown).Message,
    ];

    public static CloseReason Of(Tcp.ConnectionClosed closed) => closed switch
    {
        { IsErrorClosed: true } => IsReset(closed.Cause) ? CloseReason.PeerReset : CloseReason.IOError,
        { IsAborted: true } => CloseReason.AbortedByHandler,
        { IsPeerClosed: true } => CloseReason.PeerClosed,
        _ => CloseReason.ClosedByHandler,
    };

    private static bool IsReset(string? cause) => cause is not null && ResetTexts.Any(cause.Contains);
}
