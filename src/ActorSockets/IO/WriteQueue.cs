using System.Net.Sockets;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>
/// What a connection has been told to write and the kernel has not taken yet. Keeps the order, acknowledges in that
/// order, and counts the bytes that wait behind the write that is being sent.
/// </summary>
/// <remarks>The first write is held apart, so that a connection that never has two holds no array.</remarks>
internal sealed class WriteQueue(IActorRef connection)
{
    /// <summary>
    /// From this size on bytes are sent from their own array; below it copying them to the loop's buffer is cheaper
    /// than a system call for each.
    /// </summary>
    private const int DirectBytes = 8 * 1024;

    private const int MaxSpare = 64;
    private const int MaxSpareCapacity = 1024;

    [ThreadStatic]
    private static Stack<Queue<PendingWrite>>? _spare;

    private PendingWrite _first;
    private ByteString? _restOfFirst;
    private Queue<PendingWrite>? _waiting;
    private HandedOverBytes? _direct;

    public bool IsEmpty { get; private set; } = true;

    /// <summary>Bytes of all writes but the first, which is being sent.</summary>
    public long WaitingBytes { get; private set; }

    /// <summary>Bytes of all writes.</summary>
    public long Bytes => WaitingBytes + (IsEmpty ? 0 : FirstData.Count);

    private ByteString FirstData => _restOfFirst ?? _first.Data;

    public void Add(Tcp.WriteCommand command, IActorRef commander)
    {
        if (command is Tcp.SimpleWriteCommand simple)
        {
            Add(new PendingWrite(simple, command, commander));
            return;
        }

        foreach (var part in (Tcp.CompoundWrite)command)
        {
            Add(new PendingWrite(part, command, commander));
        }
    }

    /// <summary>
    /// Writes until all is written or the transport takes no more, and acknowledges on the way. Returns why writing
    /// failed, if it did.
    /// </summary>
    public SocketError Flush(Transport transport)
    {
        while (!IsEmpty && !transport.IsWriteBlocked)
        {
            var result = WriteSome(transport);
            if (result.IsError)
            {
                return result.Error;
            }

            if (!result.IsWouldBlock)
            {
                Advance(result.Bytes);
            }
        }

        return SocketError.Success;
    }

    /// <summary>Tells the commander of each command that is not sent to its end, once for each; not the dead.</summary>
    public void FailAll(Exception cause, IActorRef? dead)
    {
        Tcp.WriteCommand? last = null;
        while (!IsEmpty)
        {
            var write = _first;
            RemoveFirst();
            if (!ReferenceEquals(last, write.Command) && !write.Commander.Equals(dead))
            {
                last = write.Command;
                write.Commander.Tell(new Tcp.CommandFailed(last).WithCause(cause), connection);
            }
        }
    }

    private void Add(PendingWrite write)
    {
        if (IsEmpty)
        {
            _first = write;
            IsEmpty = false;
            return;
        }

        WaitingBytes += write.Data.Count;
        _waiting ??= _spare is { Count: > 0 } spare ? spare.Pop() : new Queue<PendingWrite>();
        _waiting.Enqueue(write);
    }

    private IoResult WriteSome(Transport transport)
    {
        var first = FirstData;
        if (first.Count >= DirectBytes && first.IsCompact)
        {
            return (_direct ??= new HandedOverBytes()).Send(first, transport);
        }

        var buffer = transport.Loop.WriteBuffer;
        var count = Gather(first, buffer);
        // Only empty writes: nothing to send, and nothing that the transport could refuse.
        return count == 0 ? IoResult.Moved(0) : transport.TryWrite(buffer.AsSpan(0, count));
    }

    /// <summary>Copies as many writes as fit, up to one that is better sent by itself.</summary>
    private int Gather(ByteString first, Span<byte> buffer)
    {
        var count = Copy(first, buffer);
        if (_waiting is null)
        {
            return count;
        }

        foreach (var write in _waiting)
        {
            var data = write.Data;
            if (count == buffer.Length || data.Count >= DirectBytes)
            {
                break;
            }

            count += Copy(data, buffer[count..]);
        }

        return count;
    }

    private static int Copy(ByteString data, Span<byte> buffer)
    {
        var count = Math.Min(data.Count, buffer.Length);
        if (count > 0)
        {
            data.CopyTo(ref buffer, 0, count);
        }

        return count;
    }

    /// <summary>So many bytes are the kernel's now.</summary>
    private void Advance(int bytes)
    {
        while (!IsEmpty && FirstData.Count <= bytes)
        {
            bytes -= FirstData.Count;
            var write = _first;
            RemoveFirst();
            if (write.Part.WantsAck)
            {
                write.Commander.Tell(write.Part.Ack, connection);
            }
        }

        if (bytes > 0)
        {
            _restOfFirst = FirstData.Slice(bytes);
        }
    }

    private void RemoveFirst()
    {
        _restOfFirst = null;
        if (_waiting is null || !_waiting.TryDequeue(out _first))
        {
            _first = default;
            IsEmpty = true;
            return;
        }

        WaitingBytes -= _first.Data.Count;
        if (_waiting.Count == 0)
        {
            GiveBackWaiting();
        }
    }

    /// <summary>
    /// An idle connection holds nothing that a burst has made; the thread's next burst uses it again.
    /// </summary>
    private void GiveBackWaiting()
    {
        _spare ??= new Stack<Queue<PendingWrite>>();
        if (_spare.Count < MaxSpare && _waiting!.Capacity <= MaxSpareCapacity)
        {
            _spare.Push(_waiting);
        }

        _waiting = null;
    }
}
