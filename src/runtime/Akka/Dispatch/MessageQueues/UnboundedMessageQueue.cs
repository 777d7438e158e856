using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>The default queue: many producers, one consumer, no lock, 32 bytes when empty.</summary>
/// <remarks>
/// Producers push onto a stack by compare-and-swap; the consumer takes the whole stack with one exchange, turns it
/// round into a list of its own and works that off. Order: two messages of one producer are pushed in order, a stack
/// that is turned round is in order of pushes, and the list is used up before the next stack is taken.
/// <see cref="TryDequeue"/> is for one thread at a time (the mailbox's turn); everything else is for any thread.
/// </remarks>
public class UnboundedMessageQueue : IMessageQueue, IUnboundedMessageQueueSemantics
{
    private Node? _pushed;
    private Node? _list;

    public bool HasMessages => Volatile.Read(ref _list) is not null || Volatile.Read(ref _pushed) is not null;

    public int Count => Length(Volatile.Read(ref _list)) + Length(Volatile.Read(ref _pushed));

    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        var node = new Node(envelope.Message, envelope.Sender);
        var top = Volatile.Read(ref _pushed);
        while (true)
        {
            node.Next = top;
            var seen = Interlocked.CompareExchange(ref _pushed, node, top);
            if (ReferenceEquals(seen, top)) return;
            top = seen;
        }
    }

    public bool TryDequeue(out Envelope envelope)
    {
        var node = _list ?? TakePushed();
        if (node is null)
        {
            envelope = default;
            return false;
        }

        _list = node.Next;
        // a node that has aged into an older generation must not keep its younger successors alive
        node.Next = null;
        envelope = new Envelope(node.Message, node.Sender);
        return true;
    }

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out var envelope)) deadletters.Enqueue(owner, envelope);
    }

    private Node? TakePushed()
    {
        if (Volatile.Read(ref _pushed) is null) return null;
        var node = Interlocked.Exchange(ref _pushed, null);
        Node? list = null;
        while (node is not null)
        {
            var next = node.Next;
            node.Next = list;
            list = node;
            node = next;
        }

        return list;
    }

    // Read from other threads this is a snapshot, off by what moves meanwhile; chains are finite at any time.
    private static int Length(Node? node)
    {
        var length = 0;
        for (; node is not null; node = Volatile.Read(ref node.Next)) length++;
        return length;
    }

    private sealed class Node(object message, IActorRef sender)
    {
        public readonly object Message = message;
        public readonly IActorRef Sender = sender;
        public Node? Next;
    }
}
