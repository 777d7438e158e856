namespace Akka.Actor;

/// <summary>An untyped actor with a stash, on a mailbox that messages can be put back into.</summary>
public abstract class UntypedActorWithStash : UntypedActor, IWithStash
{
    public IStash Stash { get; set; } = null!;
}
