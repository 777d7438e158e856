namespace Akka.Actor;

/// <summary>
/// The plugin that every system starts with. A cell gives its actor a stash and empties it by itself; this one serves
/// instances that come by another way.
/// </summary>
public class ActorStashPlugin : ActorProducerPluginBase
{
    public override void AfterIncarnated(ActorBase actor, IActorContext context)
    {
        if (actor is IActorStash { Stash: null } stashing)
        {
            stashing.Stash = context.CreateStash(stashing);
        }
    }

    public override void BeforeIncarnated(ActorBase actor, IActorContext context) =>
        (actor as IActorStash)?.Stash?.UnstashAll();

    public override bool CanBeAppliedTo(Type actorType) => typeof(IActorStash).IsAssignableFrom(actorType);
}
