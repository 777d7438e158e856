using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Adds "put in front" to a queue. <see cref="EnqueueFirst"/> is for the mailbox's turn only.</summary>
public class DequeWrapperMessageQueue : IMessageQueue, IDequeBasedMessageQueueSemantics
{
    protected readonly IMessageQueue MessageQueue;
    private Stack<Envelope>? _first;

    public DequeWrapperMessageQueue(IMessageQueue messageQueue) => MessageQueue = messageQueue;

    public bool HasMessages => _first is { Count: > 0 } || MessageQueue.HasMessages;

    public int Count => (_first?.Count ?? 0) + MessageQueue.Count;

    public void EnqueueFirst(Envelope envelope) => (_first ??= new Stack<Envelope>()).Push(envelope);

    public void Enqueue(IActorRef receiver, Envelope envelope) => MessageQueue.Enqueue(receiver, envelope);

    public bool TryDequeue(out Envelope envelope) =>
        _first is { Count: > 0 } ? _first.TryPop(out envelope) : MessageQueue.TryDequeue(out envelope);

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out var envelope)) deadletters.Enqueue(owner, envelope);
    }
}
