namespace ActorSockets;

/// <summary>The last message of a connection: sent by the connection to its handler, once, for whatever cause; then the
/// handler stops. A handler that has itself stopped or failed for good cannot get it, and finds the reason in
/// <see cref="Connection.CloseReason"/> when its <c>PostStop</c> runs.</summary>
/// <param name="Reason">Why the connection ended.</param>
/// <param name="Detail">The operating system's or the framer's own words, where there are some; otherwise null.</param>
public sealed record ConnectionClosed(CloseReason Reason, string? Detail);
