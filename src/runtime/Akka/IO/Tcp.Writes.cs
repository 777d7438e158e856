using System.Collections;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>
    /// To a connection, from anyone: send bytes. The sender gets the acknowledgement that the write carries, if any,
    /// once the operating system has its bytes; <see cref="CommandFailed"/> when they were refused.
    /// </summary>
    public abstract class WriteCommand : Command
    {
        public static WriteCommand Create(IEnumerable<WriteCommand> writes) => Write.Empty.Prepend(writes);

        public static WriteCommand Create(params WriteCommand[] writes) => Create((IEnumerable<WriteCommand>)writes);

        public CompoundWrite Prepend(SimpleWriteCommand other) => new(other, this);

        public WriteCommand Prepend(IEnumerable<WriteCommand> writes)
        {
            var result = this;
            foreach (var write in writes.Reverse())
            {
                result = PrependOne(write, result);
            }

            return result;
        }

        private static WriteCommand PrependOne(WriteCommand write, WriteCommand tail) => write switch
        {
            SimpleWriteCommand simple => new CompoundWrite(simple, tail),
            CompoundWrite compound => tail.Prepend(compound.AsEnumerable()),
            _ => throw new ArgumentException(
                "The supplied WriteCommand is invalid. Only SimpleWriteCommand and CompoundWrite WriteCommands are "
                + "supported."),
        };
    }

    /// <summary>A write with one acknowledgement.</summary>
    public abstract class SimpleWriteCommand : WriteCommand
    {
        /// <summary>What the sender gets when the bytes are on their way; a <see cref="NoAck"/> for nothing.</summary>
        public abstract Event Ack { get; }

        public bool WantsAck => Ack is not NoAck;

        public CompoundWrite Append(WriteCommand that) => new(this, that);
    }

    /// <summary>Bytes to send.</summary>
    public class Write : SimpleWriteCommand
    {
        public static readonly Write Empty = new(ByteString.Empty, NoAck.Instance);

        private Write(ByteString data, Event ack)
        {
            Data = data;
            Ack = ack;
        }

        public ByteString Data { get; }

        public override Event Ack { get; }

        public static Write Create(ByteString data) => data.IsEmpty ? Empty : new Write(data, NoAck.Instance);

        public static Write Create(ByteString data, Event ack) => new(data, ack ?? NoAck.Instance);

        public override string ToString() => $"Write(bytes: {Data.Count}, ack: {Ack})";
    }

    /// <summary>Writes that go out together: no bytes of another writer get between them.</summary>
    public class CompoundWrite : WriteCommand, IEnumerable<SimpleWriteCommand>
    {
        public CompoundWrite(SimpleWriteCommand head, WriteCommand tailCommand)
        {
            Head = head;
            TailCommand = tailCommand;
        }

        public SimpleWriteCommand Head { get; }

        public WriteCommand TailCommand { get; }

        public IEnumerator<SimpleWriteCommand> GetEnumerator()
        {
            WriteCommand current = this;
            while (current is CompoundWrite compound)
            {
                yield return compound.Head;
                current = compound.TailCommand;
            }

            if (current is SimpleWriteCommand last)
            {
                yield return last;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => $"CompoundWrite({Head}, {TailCommand})";
    }
}
