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

    internal sealed record Everyone : Destination;

    internal sealed record EveryoneElse : Destination;

    internal sealed record One(ConnectionId Id) : Destination;

    internal sealed record Without(Destination Whole, ConnectionId Excluded) : Destination;
}
