namespace Akka.Actor.Internal;

/// <summary>A stash without a bound.</summary>
public class UnboundedStashImpl : AbstractStash
{
    public UnboundedStashImpl(IActorContext context) : base(context)
    {
    }

    public override int Capacity => -1;
}
