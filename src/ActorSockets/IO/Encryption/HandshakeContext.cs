namespace ActorSockets.IO.Encryption;

/// <summary>What a handshake needs of the loop that it is in, and of the system.</summary>
internal sealed record HandshakeContext(
    TlsSettings Settings,
    HandshakeWorkers Workers,
    DeadlineQueue Deadlines,
    TimeSpan CloseLinger);
