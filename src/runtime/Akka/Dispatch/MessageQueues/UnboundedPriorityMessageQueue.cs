using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Hands out the message of the lowest priority number first; equal ones in order of arrival, which is more
/// than its name promises.</summary>
public class UnboundedPriorityMessageQueue : BlockingMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    private readonly PriorityItems _items;

    public UnboundedPriorityMessageQueue(Func<object, int> priorityGenerator, int initialCapacity) =>
        _items = new PriorityItems(priorityGenerator, initialCapacity);

    protected override int LockedCount => _items.Count;

    /// <summary>For the mailbox's turn only, as all of the stash.</summary>
    public void EnqueueFirst(Envelope envelope) => _items.AddFirst(envelope);

    protected override void LockedEnqueue(Envelope envelope) => _items.Add(envelope);

    protected override bool LockedTryDequeue(out Envelope envelope) => _items.TryTake(out envelope);
}
