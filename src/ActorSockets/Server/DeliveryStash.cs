using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>The stash of a handler: the actor's own, told apart from it only in that it marks what a connection
/// delivered and the handler stashed, so that a stashed frame keeps its credit.</summary>
internal sealed class DeliveryStash(IStash stash, ConnectionActor handler) : IStash
{
    public int Count => stash.Count;

    public bool IsEmpty => stash.IsEmpty;

    public bool NonEmpty => stash.NonEmpty;

    public bool IsFull => stash.IsFull;

    public int Capacity => stash.Capacity;

    public void Stash()
    {
        stash.Stash();
        handler.MarkStashed();
    }

    public void Unstash() => stash.Unstash();

    public void UnstashAll() => stash.UnstashAll();

    public void UnstashAll(Func<Envelope, bool> predicate) => stash.UnstashAll(predicate);

    public IEnumerable<Envelope> ClearStash()
    {
        // Nobody knows what becomes of them: their credit is given back now, or the peer might wait for ever.
        var cleared = stash.ClearStash().ToList();
        cleared.ForEach(envelope => handler.GiveUp(envelope.Message as Delivery));
        return cleared;
    }

    public void Prepend(IEnumerable<Envelope> envelopes) => stash.Prepend(envelopes);
}
