namespace Akka.Actor;

/// <summary>What to do with a child that failed.</summary>
public enum Directive
{
    /// <summary>It goes on with the next message, its state kept.</summary>
    Resume,

    /// <summary>A new instance takes its place and its mailbox.</summary>
    Restart,

    /// <summary>The supervisor fails in turn, with the same cause.</summary>
    Escalate,

    /// <summary>It is stopped.</summary>
    Stop,
}
