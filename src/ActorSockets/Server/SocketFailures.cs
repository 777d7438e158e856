using System.Net.Sockets;
using Akka.IO;

namespace ActorSockets.Server;

/// <summary>Says in words why a bind or a connect has failed.</summary>
internal static class SocketFailures
{
    public static string Describe(Tcp.CommandFailed failed) =>
        failed.Cause.HasValue ? Describe(failed.Cause.Value) : "the reason is not known";

    public static string Describe(Exception cause) => (cause as SocketException)?.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => "address in use",
        SocketError.AccessDenied => "permission denied",
        SocketError.AddressNotAvailable => "not an address of this machine",
        SocketError.AddressFamilyNotSupported => "this machine does not have this kind of address",
        SocketError.ConnectionRefused => "connection refused",
        SocketError.TimedOut => "timed out",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "the name is not known",
        _ => cause.Message.TrimEnd('.'),
    };
}
