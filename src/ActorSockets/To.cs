namespace ActorSockets;

/// <summary>Where something is sent or told to. Reads as <c>Send(To.Others, line)</c>.</summary>
public static class To
{
    /// <summary>Every connection of the server.</summary>
    public static Destination All { get; } = new Destination.Everyone();

    /// <summary>Every connection of the server but the one whose handler says so; said by code outside any handler,
    /// every connection.</summary>
    public static Destination Others { get; } = new Destination.EveryoneElse();

    /// <summary>One connection.</summary>
    /// <param name="id">Its id. If there is no such connection (any more), what is sent is dropped and counted in
    /// <see cref="ServerStatistics.Unrouted"/>.</param>
    public static Destination Connection(ConnectionId id) => new Destination.One(id);
}
