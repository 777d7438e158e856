using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Holds a limited number of messages. A producer waits for room up to the push time-out (a negative one:
/// without end); then its message becomes a dead letter.</summary>
public class BoundedMessageQueue : IMessageQueue, IBoundedMessageQueueSemantics
{
    private readonly BlockingCollection<Envelope> _queue;

    public BoundedMessageQueue(Config config)
        : this(config.GetInt("mailbox-capacity"), config.GetTimeSpan("mailbox-push-timeout-time"))
    {
    }

    public BoundedMessageQueue(int boundedCapacity, TimeSpan pushTimeOut)
    {
        if (boundedCapacity < 0)
        {
            throw new ArgumentException(
                "The capacity for BoundedMessageQueue can not be negative", nameof(boundedCapacity));
        }

        PushTimeOut = pushTimeOut;
        _queue = boundedCapacity == 0
            ? new BlockingCollection<Envelope>()
            : new BlockingCollection<Envelope>(boundedCapacity);
    }

    public TimeSpan PushTimeOut { get; set; }

    public bool HasMessages => _queue.Count > 0;

    public int Count => _queue.Count;

    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (PushTimeOut < TimeSpan.Zero)
        {
            _queue.Add(envelope);
        }
        else if (!_queue.TryAdd(envelope, PushTimeOut))
        {
            var deadLetters = ((IInternalActorRef)receiver).Provider.DeadLetters;
            deadLetters.Tell(
                new DeadLetter(envelope.Message, envelope.Sender ?? deadLetters, receiver), envelope.Sender!);
        }
    }

    public bool TryDequeue(out Envelope envelope) => _queue.TryTake(out envelope);

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out var envelope)) deadletters.Enqueue(owner, envelope);
    }
}
