namespace Akka.Actor;

/// <summary>
/// A part of the tree of actors, given by a path from an anchor. It names places, not actors: each message looks anew.
/// </summary>
public class ActorSelection : ICanTell
{
    public ActorSelection()
        : this(null!, Array.Empty<SelectionPathElement>())
    {
    }

    public ActorSelection(IActorRef anchor, SelectionPathElement[] path)
    {
        Anchor = anchor;
        Path = path;
    }

    public ActorSelection(IActorRef anchor, string path)
        : this(anchor, string.IsNullOrEmpty(path) ? [] : path.Split('/'))
    {
    }

    public ActorSelection(IActorRef anchor, IEnumerable<string> elements)
        : this(anchor, SelectionPath.Parse(elements))
    {
    }

    public IActorRef Anchor { get; }

    public SelectionPathElement[] Path { get; }

    public string PathString => "/" + string.Join("/", (object[])Path);

    public void Tell(object message, IActorRef? sender = null)
    {
        var from = sender ?? ActorCell.GetCurrentSelfOrNoSender();
        var selected = new ActorSelectionMessage(message, Path);
        SelectionDelivery.Deliver((IInternalActorRef)Anchor, from, selected);
    }

    /// <exception cref="ActorNotFoundException">Nobody answers, or not in time.</exception>
    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOneAsync(timeout, CancellationToken.None);

    /// <inheritdoc cref="ResolveOne(TimeSpan)"/>
    public Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct) => ResolveOneAsync(timeout, ct);

    public override bool Equals(object? obj) =>
        obj is ActorSelection other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Anchor, PathString);

    public override string ToString()
    {
        var uid = Anchor.Path.Uid;
        var anchor = uid == ActorCell.UndefinedUid ? $"{Anchor.Path}" : $"{Anchor.Path}#{uid}";
        return $"ActorSelection[Anchor({anchor}), Path({PathString})]";
    }

    protected bool Equals(ActorSelection other) =>
        Equals(Anchor, other.Anchor) && string.Equals(PathString, other.PathString, StringComparison.Ordinal);

    private async Task<IActorRef> ResolveOneAsync(TimeSpan timeout, CancellationToken token)
    {
        try
        {
            var identity = await this.Ask<ActorIdentity>(new Identify(null!), timeout, token).ConfigureAwait(false);
            return identity.Subject ?? throw new ActorNotFoundException("subject was null");
        }
        catch (Exception cause)
        {
            throw new ActorNotFoundException("Exception occurred while resolving ActorSelection", cause);
        }
    }
}
