using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>A frame from the peer. Holds credit until the handler is done with it.</summary>
/// <param name="payload">The decoded frame.</param>
/// <param name="cost">The credit that it holds, in bytes.</param>
internal sealed class Frame(object payload, int cost) : Delivery(payload)
{
    /// <summary>What a frame costs beside its bytes: about what the objects around it take, so that a peer that sends
    /// nothing but empty lines cannot fill the memory with them.</summary>
    public const int Overhead = 64;

    private int _cost = cost;

    public override void OnDone(Connection connection, IActorContext context)
    {
        // A frame that was taken out of the stash by ClearStash and put back later has given its credit back already.
        connection.ReturnCredit(_cost);
        _cost = 0;
    }
}
