using System.Net;
using Akka.Event;
using Akka.Util;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>What the manager, a listener or a connection sends; also what a write may ask for as its ack.</summary>
    public class Event : Message
    {
    }

    /// <summary>The ack of writes that want none; its token tells them apart when they fail.</summary>
    public class NoAck : Event
    {
        public static readonly NoAck Instance = new(null);

        public NoAck(object? token)
        {
            Token = token;
        }

        public object? Token { get; }

        public override string ToString() => $"NoAck({Token})";
    }

    /// <summary>From a connection, to its handler: bytes, in order, never none, the receiver's own.</summary>
    public sealed class Received : Event
    {
        public Received(ByteString data)
        {
            Data = data;
        }

        public ByteString Data { get; }

        public override string ToString() => $"Received(bytes: {Data.Count})";
    }

    /// <summary>
    /// From a connection, to the sender of <see cref="Connect"/> or the handler of <see cref="Bind"/>: it stands.
    /// To be answered by <see cref="Register"/>.
    /// </summary>
    public sealed class Connected : Event
    {
        public Connected(EndPoint remoteAddress, EndPoint localAddress)
        {
            RemoteAddress = remoteAddress;
            LocalAddress = localAddress;
        }

        public EndPoint RemoteAddress { get; }

        public EndPoint LocalAddress { get; }

        public override string ToString() => $"Connected(local: {LocalAddress}, remote: {RemoteAddress})";
    }

    /// <summary>To the sender of a command that could not be carried out.</summary>
    public sealed class CommandFailed : Event
    {
        public CommandFailed(Command cmd)
        {
            Cmd = cmd;
        }

        public Command Cmd { get; }

        public Option<Exception> Cause { get; private init; }

        public string CauseString => Cause.HasValue ? $" because of {Describe(Cause.Value)}" : "";

        public CommandFailed WithCause(Exception cause) => new(Cmd) { Cause = cause };

        public override string ToString() => $"CommandFailed({Cmd}){CauseString}";

        private static string Describe(Exception cause) =>
            cause.InnerException is { } inner
                ? $"{cause.GetType()}: {cause.Message}, caused by: {inner}"
                : $"{cause.GetType()}: {cause.Message}";
    }

    /// <summary>From a connection, to the sender of <see cref="Tcp.ResumeWriting"/>: there is room again.</summary>
    public class WritingResumed : Event
    {
        public static readonly WritingResumed Instance = new();

        private WritingResumed()
        {
        }
    }

    /// <summary>From a listener, to the sender of <see cref="Bind"/>: it listens, at this address.</summary>
    public class Bound : Event
    {
        public Bound(EndPoint localAddress)
        {
            LocalAddress = localAddress;
        }

        public EndPoint LocalAddress { get; }

        public override string ToString() => $"Bound({LocalAddress})";
    }

    /// <summary>From a listener, to the sender of <see cref="Unbind"/>: the port is free.</summary>
    public class Unbound : Event
    {
        public static readonly Unbound Instance = new();

        private Unbound()
        {
        }
    }

    /// <summary>From a connection, to its handler, once, as the last event: it is over.</summary>
    public class ConnectionClosed : Event, IDeadLetterSuppression
    {
        public virtual bool IsAborted => false;

        public virtual bool IsConfirmed => false;

        public virtual bool IsPeerClosed => false;

        public virtual bool IsErrorClosed => false;

        public virtual string? Cause => null;
    }

    /// <summary>It was closed by <see cref="Close"/>.</summary>
    public class Closed : ConnectionClosed
    {
        public static readonly Closed Instance = new();

        private Closed()
        {
        }
    }

    /// <summary>It was reset by <see cref="Abort"/>.</summary>
    public class Aborted : ConnectionClosed
    {
        public static readonly Aborted Instance = new();

        private Aborted()
        {
        }

        public override bool IsAborted => true;
    }

    /// <summary>Both sides have closed, this one by <see cref="ConfirmedClose"/>.</summary>
    public class ConfirmedClosed : ConnectionClosed
    {
        public static readonly ConfirmedClosed Instance = new();

        private ConfirmedClosed()
        {
        }

        public override bool IsConfirmed => true;
    }

    /// <summary>
    /// The peer has closed its direction. The last event, unless <see cref="Register.KeepOpenOnPeerClosed"/> is set.
    /// </summary>
    public class PeerClosed : ConnectionClosed
    {
        public static readonly PeerClosed Instance = new();

        private PeerClosed()
        {
        }

        public override bool IsPeerClosed => true;
    }

    /// <summary>The peer has reset the connection, or the socket failed.</summary>
    public sealed class ErrorClosed : ConnectionClosed
    {
        public ErrorClosed(string cause)
        {
            Cause = cause;
        }

        public override bool IsErrorClosed => true;

        public override string Cause { get; }

        public override string ToString() => $"ErrorClosed('{Cause}')";
    }
}
