namespace ActorSockets.IO;

/// <summary>Which <see cref="ConnectionState"/> may follow which.</summary>
internal static class ConnectionStates
{
    public static bool MayBecome(this ConnectionState from, ConnectionState to) => from switch
    {
        ConnectionState.AwaitingHandler =>
            to is ConnectionState.Open or ConnectionState.Draining or ConnectionState.Closed,
        ConnectionState.Open =>
            to is ConnectionState.PeerClosed or ConnectionState.Draining or ConnectionState.Closed,
        ConnectionState.PeerClosed => to is ConnectionState.Draining or ConnectionState.Closed,
        ConnectionState.Draining => to is ConnectionState.Closing or ConnectionState.Closed,
        ConnectionState.Closing => to is ConnectionState.Closed,
        _ => false,
    };
}
