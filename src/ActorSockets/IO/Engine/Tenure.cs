namespace ActorSockets.IO.Engine;

/// <summary>
/// One thread's time as the owner of a loop. Begins in the loop's own code; while the thread is in an actor's turn it
/// can be ended from outside, for good, and the thread then finds that the loop's state is no longer its own.
/// </summary>
/// <remarks>
/// One word holds the number of the actor's turn and who may touch the loop's state: the thread (in the loop), or
/// whoever ends the tenure first (in an actor). The thread alone moves it, but for one step, from "in an actor" to
/// "ended", which is a compare-exchange of the whole word, as is the thread's step back into the loop: of the two one
/// wins. What the thread wrote before it left the loop is published by the release of that step, and acquired by
/// whoever ends the tenure, which starts the next thread. Turns are numbered, so that a word that was seen some time
/// ago and has not changed means one turn that has lasted all that time.
/// </remarks>
internal sealed class Tenure(IoLoop loop)
{
    private const long InLoop = 0;
    private const long InActor = 1;
    private const long Ended = 2;
    private const long StateMask = 3;
    private const long Turn = 4;

    [ThreadStatic]
    private static Tenure? _ofThisThread;

    // Of the same thread, while this one is a guest's.
    private Tenure? _before;
    private long _word;

    // The word while an actor has its turn. For the thread only.
    private long _inActor = InActor;

    public static Tenure? OfThisThread => _ofThisThread;

    public IoLoop Loop { get; } = loop;

    /// <summary>The kernel's name of the thread; 0 where that is not known.</summary>
    public int ThreadId { get; private set; }

    /// <summary>To be compared with what is seen later, and for <see cref="TryEnd"/>. Any thread.</summary>
    public long Seen => Volatile.Read(ref _word);

    public static bool IsInActor(long seen) => (seen & StateMask) == InActor;

    /// <summary>On the thread whose tenure it is, first of all.</summary>
    public void Begin()
    {
        ThreadId = NativeThread.CurrentId;
        _ofThisThread = this;
    }

    /// <summary>As <see cref="Begin"/>, for one turn of a loop on a thread that is not the loop's own.</summary>
    public void BeginAsGuest()
    {
        _before = _ofThisThread;
        Begin();
    }

    /// <summary>The turn is over, and the thread has what it had before.</summary>
    public void EndAsGuest()
    {
        EndForGood();
        _ofThisThread = _before;
    }

    /// <summary>An actor's turn begins.</summary>
    public void BeginTurn()
    {
        _inActor += Turn;
        Leave();
    }

    /// <summary>From an actor's code into the loop's. The actor's turn goes on when that is left again.</summary>
    public LoopEntry TryEnter()
    {
        // Ended has more than InLoop's bits, so a tenure that has ended is tried in vain here.
        if ((_word & StateMask) == InLoop)
        {
            return LoopEntry.Inside;
        }

        var inLoop = _inActor & ~StateMask;
        return Interlocked.CompareExchange(ref _word, inLoop, _inActor) == _inActor
            ? LoopEntry.FromActor
            : LoopEntry.None;
    }

    /// <summary>Back into the actor's turn.</summary>
    public void Leave() => Volatile.Write(ref _word, _inActor);

    /// <summary>Ends it if the actor's turn of <paramref name="seen"/> goes on. Any thread.</summary>
    public bool TryEnd(long seen) =>
        IsInActor(seen) && Interlocked.CompareExchange(ref _word, (seen & ~StateMask) | Ended, seen) == seen;

    /// <summary>The loop has stopped. On the thread, in the loop.</summary>
    public void EndForGood() => Volatile.Write(ref _word, Ended);
}
