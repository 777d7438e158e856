namespace ActorSockets;

/// <summary>How a server's connections ended when it stopped.</summary>
/// <param name="Closed">Connections that ended in time: all their output was sent, or their peer had left.</param>
/// <param name="Aborted">Connections that were still open at the deadline, and were reset.</param>
public sealed record DrainReport(int Closed, int Aborted);
