namespace ActorSockets.IO.Engine;

/// <summary>What became of a thread's wish to work on a loop's state.</summary>
internal enum LoopEntry
{
    /// <summary>The state is not the thread's.</summary>
    None,

    /// <summary>The thread was working on it already.</summary>
    Inside,

    /// <summary>The thread is in an actor's turn, and may work on the state until it leaves.</summary>
    FromActor,
}
