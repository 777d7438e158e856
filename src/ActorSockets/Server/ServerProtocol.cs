using System.Net;
using Akka.Actor;
using Akka.Event;

namespace ActorSockets.Server;

/// <summary>What the actors of the servers say to each other.</summary>
internal static class ServerProtocol
{
    /// <summary>From outside, to <see cref="SocketsActor"/>: start a server. Answered by <see cref="Started"/>, or by
    /// <see cref="StartFailed"/> when nothing of it is left.</summary>
    public sealed record Start(SocketServerOptions Options, ConnectionTable Table);

    /// <summary>From a server, by way of its parent, to who started it: every listener accepts.</summary>
    public sealed record Started(IReadOnlyList<BoundListener> Listeners);

    /// <summary>From a server, by way of its parent, to who started it: nothing was started.</summary>
    public sealed record StartFailed(Exception Cause);

    /// <summary>From outside, to <see cref="SocketsActor"/>, which tells the server: accept no more. Answered by
    /// <see cref="Unbound"/>.</summary>
    public sealed record Unbind(string Server);

    /// <summary>From a server: all its listeners are closed.</summary>
    public sealed record Unbound
    {
        private Unbound()
        {
        }

        public static Unbound Instance { get; } = new();
    }

    /// <summary>From outside, to <see cref="SocketsActor"/>, which tells the server: unbind, drain, stop. A second one
    /// can only make the deadline earlier. Answered by a <see cref="DrainReport"/> when the server is no
    /// more.</summary>
    public sealed record Stop(string Server, TimeSpan DrainTimeout);

    /// <summary>From a server to its parent, before it stops: how the drain went.</summary>
    public sealed record Drained(DrainReport Report);

    /// <summary>From the connection table to the server that drains: the last connection has left. It may
    /// come twice.</summary>
    public sealed record Empty : IDeadLetterSuppression
    {
        private Empty()
        {
        }

        public static Empty Instance { get; } = new();
    }

    /// <summary>From a listener to its server: it accepts.</summary>
    public sealed record ListenerBound(string Name, EndPoint EndPoint);

    /// <summary>From a listener to its server: it cannot listen, and stops.</summary>
    public sealed record ListenerFailed(BindFailedException Cause);

    /// <summary>From a server to its listeners: close the port and stop. No answer; the server watches. It may
    /// come to one that has stopped by itself.</summary>
    public sealed record CloseListener : IDeadLetterSuppression
    {
        private CloseListener()
        {
        }

        public static CloseListener Instance { get; } = new();
    }

    /// <summary>From who has got a socket, to the shard of its I/O thread: give it a handler.</summary>
    /// <param name="Socket">The Akka.IO connection, not registered yet.</param>
    /// <param name="Remote">The peer's address.</param>
    /// <param name="Local">The address on this side.</param>
    /// <param name="Listener">The listener's name; empty for a client.</param>
    /// <param name="Options">What holds for the connection.</param>
    /// <param name="Handler">Creates the handler.</param>
    /// <param name="Requester">Who is told <see cref="Opened"/>, or nobody.</param>
    public sealed record Open(
        IActorRef Socket,
        EndPoint Remote,
        EndPoint Local,
        string Listener,
        ConnectionOptions Options,
        Props Handler,
        IActorRef Requester);

    /// <summary>From a shard to who asked for it: the connection has its handler.</summary>
    public sealed record Opened(Connection Connection);

    /// <summary>From outside, to <see cref="SocketsActor"/>, which has it done: connect. Answered by <see
    /// cref="Opened"/> or <see cref="ConnectFailed"/>.</summary>
    public sealed record Connect(EndPoint EndPoint, Props Handler, SocketClientOptions Options);

    /// <summary>To who wanted to connect: there is no connection.</summary>
    public sealed record ConnectFailed(ConnectFailedException Cause);
}
