namespace Akka.Actor;

/// <summary>How far a cell has come. The order matters: each value closes more than the one before.</summary>
internal enum CellPhase : byte
{
    /// <summary>No instance yet. Next: Normal, Terminating, Terminated.</summary>
    New,

    /// <summary>An instance is in place. Next: all that follow.</summary>
    Normal,

    /// <summary>Creation failed; children of the failed instance are stopping. Next: New.</summary>
    WaitingToCreate,

    /// <summary>The instance failed; children that it stopped are stopping. Next: Normal, Terminating.</summary>
    WaitingToRecreate,

    /// <summary>All children are stopping. Next: Terminated.</summary>
    Terminating,

    /// <summary>Terminal.</summary>
    Terminated,
}
