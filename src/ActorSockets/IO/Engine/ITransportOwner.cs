namespace ActorSockets.IO.Engine;

/// <summary>Whoever holds a transport. Every call comes on the thread of the transport's loop.</summary>
internal interface ITransportOwner
{
    /// <summary>
    /// Bytes, the end of the stream or an error may be there: <see cref="Transport.IsReadReady"/> is set.
    /// </summary>
    void OnReadable();

    /// <summary>Comes once after a write that would have blocked.</summary>
    void OnWritable();

    /// <summary>The engine ends: let go of the transport now, tell nobody.</summary>
    void OnEngineStopping();
}
