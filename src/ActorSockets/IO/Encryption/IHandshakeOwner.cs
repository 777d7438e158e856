namespace ActorSockets.IO.Encryption;

/// <summary>
/// Whoever waits for a handshake. One of the two comes, on the loop's thread, unless it is cancelled.
/// </summary>
internal interface IHandshakeOwner
{
    /// <summary>The transport is the owner's from here on, and not attached yet.</summary>
    void OnSecured(TlsTransport transport);

    /// <summary>Failed; the socket has been given up.</summary>
    void OnHandshakeFailed(Exception cause);
}
