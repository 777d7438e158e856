using System.Collections.Immutable;

namespace ActorSockets;

/// <summary>What a server has counted since its start.</summary>
/// <param name="Accepted">Connections that got a handler.</param>
/// <param name="Open">Connections of which the socket or the handler still lives.</param>
/// <param name="Closed">Connections that ended, by reason; reasons that have not occurred are left out.</param>
/// <param name="Unrouted">Messages sent or told to a connection that is not, or no longer, there.</param>
public sealed record ServerStatistics(
    long Accepted, long Open, ImmutableSortedDictionary<CloseReason, long> Closed, long Unrouted);
