namespace Akka.Actor.Internal;

/// <summary>Walks from a reference down, or up by <c>..</c>, along the names of a path.</summary>
internal static class ChildLookup
{
    public static IInternalActorRef Find(ActorRefWithCell from, IReadOnlyList<string> names)
    {
        IInternalActorRef current = from;
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            if (current is not ActorRefWithCell withCell)
            {
                // not ours to walk: let the reference itself say what lies below it
                return (IInternalActorRef)current.GetChild([.. names.Skip(i)]);
            }

            current = name switch
            {
                ".." => current.Parent,
                "" => current,
                _ => withCell.GetSingleChild(name),
            };
            if (current.IsNobody()) return ActorRefs.Nobody;
        }

        return current;
    }
}
