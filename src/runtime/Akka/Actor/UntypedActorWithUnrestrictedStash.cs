namespace Akka.Actor;

/// <summary>An untyped actor with a stash that demands no mailbox of its own.</summary>
public abstract class UntypedActorWithUnrestrictedStash : UntypedActor, IWithUnrestrictedStash
{
    public IStash Stash { get; set; } = null!;
}
