namespace Akka.Actor;

/// <summary>
/// Marks a state machine whose events are logged at debug level, when <c>akka.actor.debug.fsm</c> is on.
/// </summary>
public interface ILoggingFSM;
