namespace ActorSockets;

/// <summary>The server is about to stop: sent by it to each handler, once. A handler that does not handle it has its
/// connection closed, after the frames that arrived before it. One that does goes on until it calls
/// <see cref="Connection.Close"/> or the deadline aborts its connection.</summary>
/// <param name="Deadline">When connections that are still open will be aborted, by the actor system's
/// scheduler.</param>
public sealed record Draining(DateTimeOffset Deadline);
