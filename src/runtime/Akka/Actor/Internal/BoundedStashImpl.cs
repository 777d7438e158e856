namespace Akka.Actor.Internal;

/// <summary>A stash with the capacity of its actor's deployment or mailbox.</summary>
public class BoundedStashImpl : AbstractStash
{
    public BoundedStashImpl(IActorContext context) : base(context)
    {
    }
}
