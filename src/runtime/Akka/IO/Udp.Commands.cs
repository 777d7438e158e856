using System.Net;
using Akka.Actor;

namespace Akka.IO;

public partial class Udp
{
    /// <summary>What users send to the manager, a listener or a sender.</summary>
    public abstract class Command : Message
    {
        private CommandFailed? _failureMessage;

        /// <summary>The answer when this command fails; made when it is first asked for.</summary>
        public object FailureMessage =>
            _failureMessage
            ?? Interlocked.CompareExchange(ref _failureMessage, new CommandFailed(this), null)
            ?? _failureMessage;
    }

    /// <summary>
    /// To a listener or a sender: one datagram. The sender of this gets the ack once the operating system has the
    /// datagram, <see cref="CommandFailed"/> when it was refused. Whether it arrives is nobody's promise.
    /// </summary>
    public sealed class Send : Command
    {
        public Send(ByteString payload, EndPoint target, Event ack)
        {
            Payload = payload;
            Target = target;
            Ack = ack ?? throw new ArgumentNullException(
                nameof(ack), "ack must be non-null. Use NoAck if you don't want acks.");
        }

        public ByteString Payload { get; }

        public EndPoint Target { get; }

        public Event Ack { get; }

        public bool WantsAck => Ack is not NoAck;

        public static Send Create(ByteString data, EndPoint target) => new(data, target, NoAck.Instance);

        public override string ToString() => $"Send(to: {Target}, ack: {Ack})";
    }

    /// <summary>
    /// To the manager: listen. Answered by <see cref="Bound"/>, whose sender is the listener, or by
    /// <see cref="CommandFailed"/>; the handler gets one <see cref="Received"/> a datagram.
    /// </summary>
    public sealed class Bind : Command
    {
        public Bind(IActorRef handler, EndPoint localAddress, IEnumerable<Inet.SocketOption>? options = null)
        {
            Handler = handler;
            LocalAddress = localAddress;
            Options = options ?? [];
        }

        public IActorRef Handler { get; }

        public EndPoint LocalAddress { get; }

        public IEnumerable<Inet.SocketOption> Options { get; }

        public override string ToString() => $"Bind(addr: {LocalAddress}, handler: {Handler})";
    }

    /// <summary>To a listener: free the port. Answered by <see cref="Unbound"/>.</summary>
    public sealed class Unbind : Command
    {
        public static readonly Unbind Instance = new();

        private Unbind()
        {
        }
    }

    /// <summary>
    /// To the manager: a socket to send from. Answered by <see cref="SimpleSenderReady"/>, whose sender takes
    /// <see cref="Send"/> until it is stopped, or by <see cref="CommandFailed"/>.
    /// </summary>
    public sealed class SimpleSender : Command
    {
        public static readonly SimpleSender Instance = new();

        public SimpleSender(IEnumerable<Inet.SocketOption>? options = null)
        {
            Options = options ?? [];
        }

        public IEnumerable<Inet.SocketOption> Options { get; }
    }

    /// <summary>To a listener: no more <see cref="Received"/> until <see cref="ResumeReading"/>.</summary>
    public sealed class SuspendReading : Command
    {
        public static readonly SuspendReading Instance = new();

        private SuspendReading()
        {
        }
    }

    /// <summary>To a listener: read on.</summary>
    public sealed class ResumeReading : Command
    {
        public static readonly ResumeReading Instance = new();

        private ResumeReading()
        {
        }
    }
}
