namespace Akka.Actor;

/// <summary>A stash that does not ask for a mailbox of its own kind.</summary>
public interface IWithUnrestrictedStash : IActorStash;
