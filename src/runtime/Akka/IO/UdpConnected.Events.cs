namespace Akka.IO;

public partial class UdpConnected
{
    /// <summary>What the manager or a connection sends.</summary>
    public abstract class Event : Message
    {
    }

    /// <summary>The ack of sends that want none; its token tells them apart when they fail.</summary>
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

    /// <summary>From a connection, to its handler: one datagram of the peer.</summary>
    public sealed class Received : Event
    {
        public Received(ByteString data)
        {
            Data = data;
        }

        public ByteString Data { get; }

        public override string ToString() => $"Received(bytes: {Data.Count})";
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

    /// <summary>From a connection, to the sender of <see cref="Connect"/>: its socket is bound to the peer.</summary>
    public class Connected : Event
    {
        public static readonly Connected Instance = new();

        private Connected()
        {
        }
    }

    /// <summary>From a connection, to the sender of <see cref="Disconnect"/>: its socket is closed.</summary>
    public class Disconnected : Event
    {
        public static readonly Disconnected Instance = new();

        private Disconnected()
        {
        }
    }
}
