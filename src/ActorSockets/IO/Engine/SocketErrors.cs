using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>Every quirk of the operating systems' socket errors, as named predicates.</summary>
internal static class SocketErrors
{
    /// <summary>What to do after a failed accept.</summary>
    public static AcceptFailure OfAccept(SocketError error)
    {
        if (IsOfOneConnection(error))
        {
            return AcceptFailure.Retry;
        }

        return IsOutOfResources(error) ? AcceptFailure.BackOff : AcceptFailure.Stop;
    }

    /// <summary>
    /// accept(2): "Linux accept() passes already-pending network errors on the new socket as an error code from
    /// accept(). For reliable operation the application should detect the network errors defined for the protocol after
    /// accept() and treat them like EAGAIN by retrying. In the case of TCP/IP, these are ENETDOWN, EPROTO, ENOPROTOOPT,
    /// EHOSTDOWN, ENONET, EHOSTUNREACH, EOPNOTSUPP, and ENETUNREACH." ECONNABORTED: the peer reset it while it waited.
    /// EPERM: "Firewall rules forbid connection." ETIMEDOUT and ECONNRESET are what other systems report there.
    /// </summary>
    public static bool IsOfOneConnection(SocketError error) => error is
        SocketError.ConnectionAborted or SocketError.Interrupted or SocketError.NetworkDown or
        SocketError.ProtocolNotSupported or SocketError.ProtocolOption or SocketError.HostDown or
        SocketError.HostUnreachable or SocketError.OperationNotSupported or SocketError.NetworkUnreachable or
        SocketError.ConnectionReset or SocketError.TimedOut or SocketError.AccessDenied;

    /// <summary>
    /// accept(2): EMFILE, ENFILE (both reported as too many open sockets), ENOBUFS and ENOMEM. The connection stays in
    /// the backlog and can be accepted when somebody has given something back.
    /// </summary>
    public static bool IsOutOfResources(SocketError error) => error is
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable or SocketError.ProcessLimit;

    /// <summary>
    /// connect(2): a non-blocking connect that goes on in the background.
    /// </summary>
    public static bool IsConnecting(SocketError error) => error is
        SocketError.InProgress or SocketError.AlreadyInProgress or SocketError.Interrupted;

    /// <summary>
    /// connect(2), EAGAIN: a Unix socket whose listener has a full backlog. Unlike TCP, which goes on asking by itself,
    /// nothing goes on in the background.
    /// </summary>
    public static bool IsBacklogFull(SocketError error) => error == SocketError.WouldBlock;

    /// <summary>.NET has one name for EMFILE and ENFILE, and the words of the second.</summary>
    public static string Describe(SocketError error) => error == SocketError.TooManyOpenSockets
        ? "Too many open files"
        : new SocketException((int)error).Message;
}
