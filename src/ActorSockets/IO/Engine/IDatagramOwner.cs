namespace ActorSockets.IO.Engine;

/// <summary>Whoever holds a datagram socket. Every call comes on the thread of the socket's loop.</summary>
internal interface IDatagramOwner
{
    /// <summary>Datagrams may be there: <see cref="DatagramSocket.IsReadReady"/> is set.</summary>
    void OnReadable();

    /// <summary>Comes once after a send that would have blocked.</summary>
    void OnWritable();

    /// <summary>The engine ends: let go of the socket now, tell nobody.</summary>
    void OnEngineStopping();
}
