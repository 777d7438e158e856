using System.Net;
using Akka.Actor;

namespace Akka.IO;

public partial class UdpConnected
{
    /// <summary>What users send to the manager or a connection.</summary>
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
    /// To a connection: one datagram to the peer. The sender of this gets the ack once the operating system has the
    /// datagram, <see cref="CommandFailed"/> when it was refused.
    /// </summary>
    public sealed class Send : Command
    {
        public Send(ByteString payload, object ack)
        {
            Payload = payload;
            Ack = ack ?? throw new ArgumentNullException(
                nameof(ack), "ack must be non-null. Use NoAck if you don't want acks.");
        }

        public ByteString Payload { get; }

        public object Ack { get; }

        public bool WantsAck => Ack is not NoAck;

        public static Send Create(ByteString payload) => new(payload, NoAck.Instance);

        public override string ToString() => $"Send(bytes: {Payload.Count}, ack: {Ack})";
    }

    /// <summary>
    /// To the manager: a socket that speaks with one peer. Answered by <see cref="Connected"/>, whose sender is the
    /// connection, or by <see cref="CommandFailed"/>; the handler gets the peer's datagrams.
    /// </summary>
    public sealed class Connect : Command
    {
        public Connect(
            IActorRef handler,
            EndPoint remoteAddress,
            EndPoint? localAddress = null,
            IEnumerable<Inet.SocketOption>? options = null)
        {
            Handler = handler;
            RemoteAddress = remoteAddress;
            LocalAddress = localAddress;
            Options = options ?? [];
        }

        public IActorRef Handler { get; }

        public EndPoint RemoteAddress { get; }

        public EndPoint? LocalAddress { get; }

        public IEnumerable<Inet.SocketOption> Options { get; }

        public override string ToString() =>
            $"Connect(remote: {RemoteAddress}, local: {LocalAddress}, handler: {Handler})";
    }

    /// <summary>To a connection: close the socket. Answered by <see cref="Disconnected"/>.</summary>
    public class Disconnect : Command
    {
        public static readonly Disconnect Instance = new();

        private Disconnect()
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

    /// <summary>To a connection: read on.</summary>
    public class ResumeReading : Command
    {
        public static readonly ResumeReading Instance = new();

        private ResumeReading()
        {
        }
    }
}
