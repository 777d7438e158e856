namespace Akka.Routing;

/// <summary>The ring of one array of routees, each placed by its path.</summary>
internal sealed class RouteeRing(Routee[] routees, int virtualNodesFactor)
{
    private readonly ConsistentHash<Node> _ring =
        ConsistentHash.Create(routees.Select(routee => new Node(routee)), virtualNodesFactor);

    public bool IsOf(Routee[] others) => ReferenceEquals(routees, others) || routees.AsSpan().SequenceEqual(others);

    public Routee RouteeFor(object? key) => _ring.NodeAt(ConsistentHash.HashOfAny(key)).Routee;

    private sealed class Node(Routee routee)
    {
        public Routee Routee => routee;

        public override string? ToString() => routee switch
        {
            ActorRefRoutee actor => actor.Actor.Path.ToString(),
            ActorSelectionRoutee { Selection: var selection } =>
                selection.Anchor.Path.ToString().TrimEnd('/') + selection.PathString,
            _ => routee.ToString(),
        };
    }
}
