using System.Net;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>What users send to the manager, a listener or a connection.</summary>
    public abstract class Command : Message
    {
        private CommandFailed? _failureMessage;

        /// <summary>The answer when this command fails; made when it is first asked for.</summary>
        public CommandFailed FailureMessage =>
            _failureMessage
            ?? Interlocked.CompareExchange(ref _failureMessage, new CommandFailed(this), null)
            ?? _failureMessage;
    }

    /// <summary>
    /// To the manager: connect. Answered by <see cref="Connected"/>, whose sender is the connection, or by
    /// <see cref="CommandFailed"/> with the cause. The connection stops when the sender stops before it registers.
    /// </summary>
    public class Connect : Command
    {
        public Connect(
            EndPoint remoteAddress,
            EndPoint? localAddress = null,
            IEnumerable<Inet.SocketOption>? options = null,
            TimeSpan? timeout = null,
            bool pullMode = false)
        {
            RemoteAddress = remoteAddress;
            LocalAddress = localAddress;
            Options = options ?? [];
            Timeout = timeout;
            PullMode = pullMode;
        }

        public EndPoint RemoteAddress { get; }

        public EndPoint? LocalAddress { get; }

        public IEnumerable<Inet.SocketOption> Options { get; }

        public TimeSpan? Timeout { get; }

        public bool PullMode { get; }

        public override string ToString() =>
            $"Connect(remote: {RemoteAddress}, local: {LocalAddress}, timeout: {Timeout}, pullMode: {PullMode})";
    }

    /// <summary>
    /// To the manager: listen. Answered by <see cref="Bound"/>, whose sender is the listener, or by
    /// <see cref="CommandFailed"/> with the cause; the handler gets one <see cref="Connected"/> a connection.
    /// </summary>
    public class Bind : Command
    {
        public Bind(
            IActorRef handler,
            EndPoint localAddress,
            int backlog = 100,
            IEnumerable<Inet.SocketOption>? options = null,
            bool pullMode = false)
        {
            Handler = handler;
            LocalAddress = localAddress;
            Backlog = backlog;
            Options = options ?? [];
            PullMode = pullMode;
        }

        public IActorRef Handler { get; }

        public EndPoint LocalAddress { get; }

        public int Backlog { get; }

        public IEnumerable<Inet.SocketOption> Options { get; }

        public bool PullMode { get; }

        public override string ToString() =>
            $"Bind(addr: {LocalAddress}, handler: {Handler}, backlog: {Backlog}, pullMode: {PullMode})";
    }

    /// <summary>
    /// To a connection, from who got <see cref="Connected"/>: deliver what is received to the handler. Nothing is
    /// read before; without it the connection gives up after <c>akka.io.tcp.register-timeout</c>.
    /// </summary>
    public class Register : Command
    {
        public Register(IActorRef handler, bool keepOpenOnPeerClosed = false, bool useResumeWriting = true)
        {
            Handler = handler;
            KeepOpenOnPeerClosed = keepOpenOnPeerClosed;
            UseResumeWriting = useResumeWriting;
        }

        public IActorRef Handler { get; }

        /// <summary>Whether writing goes on after the peer has closed its direction.</summary>
        public bool KeepOpenOnPeerClosed { get; }

        /// <summary>Whether writes are refused from a refused one on until <see cref="ResumeWriting"/>.</summary>
        public bool UseResumeWriting { get; }

        public override string ToString() =>
            $"Register(handler: {Handler}, keepOpenOnPeerClosed: {KeepOpenOnPeerClosed}, "
            + $"resumeWriting: {UseResumeWriting})";
    }

    /// <summary>To a listener: stop listening. Answered by <see cref="Unbound"/>; connections live on.</summary>
    public class Unbind : Command
    {
        public static readonly Unbind Instance = new();

        private Unbind()
        {
        }
    }

    /// <summary>To a connection: end it. Handler and sender get the close event that the command names.</summary>
    public abstract class CloseCommand : Command, IDeadLetterSuppression
    {
        public abstract ConnectionClosed Event { get; }
    }

    /// <summary>Sends what is pending, then closes. Answered by <see cref="Closed"/>.</summary>
    public class Close : CloseCommand
    {
        public static readonly Close Instance = new();

        private Close()
        {
        }

        public override ConnectionClosed Event => Closed.Instance;
    }

    /// <summary>
    /// Sends what is pending, closes this side's direction, and receives until the peer closes its own. Answered by
    /// <see cref="ConfirmedClosed"/>.
    /// </summary>
    public class ConfirmedClose : CloseCommand
    {
        public static readonly ConfirmedClose Instance = new();

        private ConfirmedClose()
        {
        }

        public override ConnectionClosed Event => ConfirmedClosed.Instance;
    }

    /// <summary>Resets the connection at once. Answered by <see cref="Aborted"/>.</summary>
    public class Abort : CloseCommand
    {
        public static readonly Abort Instance = new();

        private Abort()
        {
        }

        public override ConnectionClosed Event => Aborted.Instance;
    }

    /// <summary>
    /// To a connection, after a write was refused: tell the sender by <see cref="WritingResumed"/> when there is room.
    /// A second one meanwhile is answered by <see cref="CommandFailed"/>.
    /// </summary>
    public class ResumeWriting : Command
    {
        public static readonly ResumeWriting Instance = new();

        private ResumeWriting()
        {
        }
    }

    /// <summary>To a connection: no more <see cref="Received"/> until <see cref="ResumeReading"/>.</summary>
    public class SuspendReading : Command
    {
        public static readonly SuspendReading Instance = new();

        private SuspendReading()
        {
        }
    }

    /// <summary>To a connection: read on; in pull mode, read once.</summary>
    public class ResumeReading : Command
    {
        public static readonly ResumeReading Instance = new();

        private ResumeReading()
        {
        }
    }

    /// <summary>To a listener in pull mode: accept this many connections from now on.</summary>
    public class ResumeAccepting(int batchSize) : Command
    {
        public int BatchSize { get; } = batchSize;

        public override string ToString() => $"ResumeAccepting(batchSize: {BatchSize})";
    }
}
