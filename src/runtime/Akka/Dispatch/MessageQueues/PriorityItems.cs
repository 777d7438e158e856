using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Envelopes by priority, equal ones by arrival; what was put in front comes before all. Not thread-safe: the
/// queue that holds it locks.</summary>
internal sealed class PriorityItems(Func<object, int> priority, int initialCapacity)
{
    private readonly PriorityQueue<Envelope, (int Priority, long Arrival)> _queue = new(initialCapacity);
    private readonly Stack<Envelope> _first = new();
    private long _arrivals;

    public int Count => _queue.Count + _first.Count;

    public void Add(Envelope envelope) => _queue.Enqueue(envelope, (priority(envelope.Message), _arrivals++));

    public void AddFirst(Envelope envelope) => _first.Push(envelope);

    public bool TryTake(out Envelope envelope) => _first.TryPop(out envelope) || _queue.TryDequeue(out envelope, out _);
}
