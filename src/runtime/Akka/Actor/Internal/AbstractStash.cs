using Akka.Dispatch;

namespace Akka.Actor.Internal;

/// <summary>Messages put aside, oldest first. Unstashed ones go in front of the mailbox, in their old order.</summary>
public abstract class AbstractStash : IStash
{
    private readonly ActorCell _cell;
    private readonly IDequeBasedMessageQueueSemantics _mailbox;
    private LinkedList<Envelope> _stashed = new();
    // a cell's first message has the id 1: before it there is nothing to stash
    private int _lastEnvelopeId;

    /// <exception cref="NotSupportedException">The actor's mailbox is not a deque.</exception>
    protected AbstractStash(IActorContext context)
    {
        _cell = (ActorCell)context;
        _mailbox = _cell.Mailbox.MessageQueue as IDequeBasedMessageQueueSemantics
            ?? throw new NotSupportedException(
                $$"""
                DequeBasedMailbox required, got: {{_cell.Mailbox.GetType().Name}}
                An (unbounded) deque-based mailbox can be configured as follows:
                    my-custom-mailbox {
                        mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox"
                    }
                """);
        Capacity = CapacityFor(_cell);
    }

    /// <summary>The most messages it holds; 0 or less: no bound.</summary>
    public virtual int Capacity { get; }

    public int Count => _stashed.Count;

    public bool IsEmpty => Count == 0;

    public bool NonEmpty => !IsEmpty;

    public bool IsFull => Capacity >= 0 && Count >= Capacity;

    /// <summary>Puts the current message aside.</summary>
    /// <exception cref="IllegalActorStateException">It has been put aside already, or there is none.</exception>
    /// <exception cref="StashOverflowException">The stash is full.</exception>
    public void Stash()
    {
        var envelope = _cell.CurrentEnvelope;
        if (envelope.Message is null || _cell.CurrentEnvelopeId == _lastEnvelopeId)
            throw new IllegalActorStateException($"Can't stash the same message {envelope.Message} more than once");
        _lastEnvelopeId = _cell.CurrentEnvelopeId;
        if (Capacity > 0 && IsFull)
        {
            throw new StashOverflowException(
                $"Couldn't enqueue message {envelope.Message} from ${envelope.Sender} to stash of {_cell.Self}");
        }

        _stashed.AddLast(envelope);
    }

    public void Unstash()
    {
        if (_stashed.First is not { } oldest) return;
        _stashed.RemoveFirst();
        PutBack(oldest.Value);
    }

    public void UnstashAll() => UnstashAll(static _ => true);

    public void UnstashAll(Func<Envelope, bool> filterPredicate)
    {
        var all = _stashed;
        _stashed = new LinkedList<Envelope>();
        for (var node = all.Last; node is not null; node = node.Previous)
        {
            if (filterPredicate(node.Value)) PutBack(node.Value);
        }
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var all = _stashed;
        _stashed = new LinkedList<Envelope>();
        return all;
    }

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes.Distinct().Reverse()) _stashed.AddFirst(envelope);
    }

    private void PutBack(Envelope envelope)
    {
        _mailbox.EnqueueFirst(envelope);
        if (envelope.Message is Terminated terminated) _cell.ExpectTermination(terminated.ActorRef);
    }

    private static int CapacityFor(ActorCell cell)
    {
        var deploy = cell.Props.Deploy;
        return deploy.StashCapacity >= 0
            ? deploy.StashCapacity
            : cell.System.Mailboxes.StashCapacity(cell.Props.Dispatcher, cell.Props.Mailbox);
    }
}
