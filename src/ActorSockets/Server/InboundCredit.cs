namespace ActorSockets.Server;

/// <summary>How much of a connection's input may still be given to its handler. The connection takes on its I/O thread,
/// the handler returns on whatever thread it runs.</summary>
/// <remarks>When there is none left, the connection awaits the return of half of it. That it awaits must be seen by the
/// handler only after it has told the socket not to be read: so it says so last (<see cref="Await"/>), and looks again,
/// since the handler may have returned everything before. Each side writes before it reads what the other wrote, with a
/// full fence between: one of the two sees the other.</remarks>
internal struct InboundCredit(int limit)
{
    private int _taken;
    private int _isAwaited;

    public bool HasSome => Volatile.Read(ref _taken) < limit;

    /// <summary>By the connection: takes for one frame, which may go beyond the limit.</summary>
    public void Take(int bytes) => Interlocked.Add(ref _taken, bytes);

    /// <summary>By the handler.</summary>
    /// <returns>Whether the connection awaits this and must be woken.</returns>
    public bool Return(int bytes)
    {
        Interlocked.Add(ref _taken, -bytes);
        return TryWake();
    }

    /// <summary>By the connection.</summary>
    /// <returns>Whether enough is here already, and nobody will wake it.</returns>
    public bool Await()
    {
        Interlocked.Exchange(ref _isAwaited, 1);
        return TryWake();
    }

    /// <summary>By the connection: it has found some by itself.</summary>
    public void AwaitNoMore() => Volatile.Write(ref _isAwaited, 0);

    private bool TryWake() =>
        Volatile.Read(ref _isAwaited) == 1
        && Volatile.Read(ref _taken) <= limit / 2
        && Interlocked.Exchange(ref _isAwaited, 0) == 1;
}
