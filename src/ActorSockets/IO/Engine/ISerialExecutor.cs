using Akka.Dispatch;

namespace ActorSockets.IO.Engine;

/// <summary>
/// Where a <see cref="LoopActorRef"/> runs. An event loop runs what it is given one after the other on its own thread;
/// a dispatcher gives no such promise, and the ref then keeps its own turns apart.
/// </summary>
internal interface ISerialExecutor
{
    /// <summary>
    /// Whether the caller is on the loop's own thread, so that work may be done in place. Never for a pool.
    /// </summary>
    bool IsCurrent { get; }

    /// <summary>The id under which actors are put on the same thread, for <c>Props.WithDispatcher</c>.</summary>
    string DispatcherId { get; }

    void Schedule(IRunnable run);
}
