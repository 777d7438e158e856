using Akka.Dispatch;

namespace ActorSockets.IO.Engine;

/// <summary>
/// Where a <see cref="LoopActorRef"/> runs. An event loop runs what it is given one after the other on its own thread;
/// a dispatcher gives no such promise, and the ref then keeps its own turns apart.
/// </summary>
internal interface ISerialExecutor
{
    /// <summary>
    /// Asks for the loop's state, so that work may be done in place: granted on the loop's own thread, unless that has
    /// been held up in an actor so long that the loop went on without it. Never by a pool. What is granted has to be
    /// given back by <see cref="Leave"/>, on the same thread and soon.
    /// </summary>
    LoopEntry TryEnter();

    void Leave(LoopEntry entry);

    /// <summary>The id under which actors are put on the same thread, for <c>Props.WithDispatcher</c>.</summary>
    string DispatcherId { get; }

    void Schedule(IRunnable run);
}
