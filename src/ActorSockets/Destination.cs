namespace ActorSockets;

/// <summary>One or many connections of a server. Made by <see cref="To"/>.</summary>
public abstract record Destination
{
    private Destination()
    {
    }

    /// <summary>The same destination without one connection.</summary>
    /// <param name="id">The connection to leave out; one that is not there changes nothing.</param>
    public Destination Except(ConnectionId id) => new Without(this, id);

    /// <summary>Whether a connection belongs to it.</summary>
    /// <param name="id">The connection.</param>
    /// <param name="sender">The connection whose handler sends or tells; null for code outside.</param>
    internal abstract bool Includes(ConnectionId id, ConnectionId? sender);

    internal sealed record Everyone : Destination
    {
        internal override bool Includes(ConnectionId id, ConnectionId? sender) => true;
    }

    internal sealed record EveryoneElse : Destination
    {
        internal override bool Includes(ConnectionId id, ConnectionId? sender) => id != sender;
    }

    internal sealed record One(ConnectionId Id) : Destination
    {
        internal override bool Includes(ConnectionId id, ConnectionId? sender) => id == Id;
    }

    internal sealed record Without(Destination Whole, ConnectionId Excluded) : Destination
    {
        internal override bool Includes(ConnectionId id, ConnectionId? sender) =>
            id != Excluded && Whole.Includes(id, sender);
    }
}
