namespace Akka.Actor;

/// <summary>
/// Walks a selection's path down the tree on the sender's thread. Where nothing matches, an absent actor gets the
/// message, which answers to <see cref="Identify"/> and makes a dead letter of all else; after a fan-out to several
/// branches nothing does, because the others may match.
/// </summary>
internal static class SelectionDelivery
{
    public static void Deliver(IInternalActorRef anchor, IActorRef sender, ActorSelectionMessage selected)
    {
        var current = anchor;
        for (var i = 0; i < selected.Elements.Length; i++)
        {
            if (current is not ActorRefWithCell parent)
            {
                // A reference that knows more about its children than we do, or none at all.
                current.Tell(selected.Copy(elements: selected.Elements[i..]), sender);
                return;
            }

            if (selected.Elements[i] is SelectChildPattern or SelectChildRecursive)
            {
                FanOut(anchor, parent, sender, selected, i);
                return;
            }

            current = Step(parent, selected.Elements[i]);
            if (current is Nobody)
            {
                TellAbsent(anchor, parent, sender, selected);
                return;
            }
        }

        current.Tell(selected.Message, sender);
    }

    private static IInternalActorRef Step(ActorRefWithCell from, SelectionPathElement element) => element switch
    {
        // The root has no parent: it stays the root.
        SelectParent => from.Parent is ActorRefWithCell parent ? parent : from,
        SelectChildName child => from.GetSingleChild(child.Name),
        _ => throw new InvalidOperationException($"Unknown selection path element: {element.GetType()}"),
    };

    private static void FanOut(
        IInternalActorRef anchor,
        ActorRefWithCell parent,
        IActorRef sender,
        ActorSelectionMessage selected,
        int index)
    {
        if (selected.Elements[index] is SelectChildPattern pattern)
            ToMatching(anchor, parent, sender, selected, index, pattern);
        else
            ToDescendants(parent, sender, selected.Message);
    }

    private static void ToMatching(
        IInternalActorRef anchor,
        ActorRefWithCell parent,
        IActorRef sender,
        ActorSelectionMessage selected,
        int index,
        SelectChildPattern pattern)
    {
        var matching = parent.Children.Where(pattern.Matches).ToArray();
        if (matching.Length == 0)
        {
            TellAbsent(anchor, parent, sender, selected);
            return;
        }

        var rest = selected.Copy(
            elements: selected.Elements[(index + 1)..],
            wildCardFanOut: selected.WildCardFanOut || matching.Length > 1);
        foreach (var child in matching)
            Deliver((IInternalActorRef)child, sender, rest);
    }

    private static void ToDescendants(ActorRefWithCell parent, IActorRef sender, object message)
    {
        foreach (var child in parent.Children)
        {
            child.Tell(message, sender);
            if (child is ActorRefWithCell withChildren)
                ToDescendants(withChildren, sender, message);
        }
    }

    private static void TellAbsent(
        IInternalActorRef anchor, ActorRefWithCell last, IActorRef sender, ActorSelectionMessage selected)
    {
        if (selected.WildCardFanOut)
            return;
        var path = selected.Elements.Aggregate(
            anchor.Path, static (path, element) => new ChildActorPath(path, element.ToString()!, 0));
        var eventStream = last.Underlying.System.EventStream;
        new EmptyLocalActorRef(last.Provider, path, eventStream).Tell(selected, sender);
    }
}
