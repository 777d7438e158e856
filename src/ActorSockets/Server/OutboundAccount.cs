namespace ActorSockets.Server;

/// <summary>Counts what waits for a peer. Every write would have to be acknowledged for an exact figure; here one in a
/// while is, and the count is too high by a quarter of the limit at most: so that the limit is never passed.</summary>
internal struct OutboundAccount(int limit)
{
    private readonly int _step = Math.Max(1, limit / 4);
    private long _written;
    private long _marked;
    private long _sent;

    /// <summary>Counts a write, unless it has no room.</summary>
    /// <param name="bytes">Its size.</param>
    /// <param name="ack">What the socket is to acknowledge it with; null for nothing.</param>
    public bool TryAdd(int bytes, out SentSoFar? ack)
    {
        var written = Interlocked.Add(ref _written, bytes);
        var waiting = written - bytes - Volatile.Read(ref _sent);
        ack = null;
        // What is larger than the limit by itself passes when nothing waits, as far as is known.
        if (waiting + bytes > limit && waiting > _step)
            return false;

        var marked = Volatile.Read(ref _marked);
        if (written - marked >= _step && Interlocked.CompareExchange(ref _marked, written, marked) == marked)
            ack = new SentSoFar(written);
        return true;
    }

    public void Sent(SentSoFar sent)
    {
        if (sent.Bytes > Volatile.Read(ref _sent))
            Volatile.Write(ref _sent, sent.Bytes);
    }
}
