using System.Net;

namespace Akka.IO;

public partial class Udp
{
    /// <summary>What the manager, a listener or a sender sends; also what a send may ask for as its ack.</summary>
    public abstract class Event : Message
    {
    }

    /// <summary>The ack of sends that want none; its token tells them apart when they fail.</summary>
    public sealed class NoAck : Event
    {
        public static readonly NoAck Instance = new(null);

        public NoAck(object? token)
        {
            Token = token;
        }

        public object? Token { get; }

        public override string ToString() => $"NoAck({Token})";
    }

    /// <summary>From a listener, to its handler: one datagram.</summary>
    public sealed class Received : Event
    {
        public Received(ByteString data, EndPoint sender)
        {
            Data = data;
            Sender = sender;
        }

        public ByteString Data { get; }

        public EndPoint Sender { get; }

        public override string ToString() => $"Received(bytes: {Data.Count}, from: {Sender})";
    }

    /// <summary>To the sender of a command that could not be carried out.</summary>
    public sealed class CommandFailed : Event
    {
        public CommandFailed(Command cmd)
        {
            Cmd = cmd;
        }

        public Command Cmd { get; }

        public override string ToString() => $"CommandFailed({Cmd})";
    }

    /// <summary>From a listener, to the sender of <see cref="Bind"/>: it listens, at this address.</summary>
    public sealed class Bound : Event
    {
        public Bound(EndPoint localAddress)
        {
            LocalAddress = localAddress;
        }

        public EndPoint LocalAddress { get; }

        public override string ToString() => $"Bound(local: {LocalAddress})";
    }

    /// <summary>From a sending actor, to the sender of <see cref="SimpleSender"/>: it may send.</summary>
    public sealed class SimpleSenderReady : Event
    {
        public static readonly SimpleSenderReady Instance = new();

        private SimpleSenderReady()
        {
        }
    }

    /// <summary>From a listener, to the sender of <see cref="Unbind"/>: the port is free.</summary>
    public sealed class Unbound
    {
        public static readonly Unbound Instance = new();

        private Unbound()
        {
        }
    }
}
