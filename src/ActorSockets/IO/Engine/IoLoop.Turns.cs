using System.Diagnostics;
using Akka.Dispatch;

namespace ActorSockets.IO.Engine;

/// <content>Turns: what its owner's thread does, from the first to the end.</content>
internal abstract partial class IoLoop
{
    /// <summary>How many runnables a turn runs, and how long, before it polls again.</summary>
    private const int MaxRunnables = 128;
    private static readonly long MaxTurnTicks = Stopwatch.Frequency / 2000;

    /// <summary>
    /// One turn on the caller's thread, which owns the loop until the call returns. Says whether there is more to do.
    /// What is scheduled once there is not ends in <see cref="Wake"/>. For a loop without a thread of its own.
    /// </summary>
    protected bool RunTurnHere()
    {
        if (_stopped)
        {
            return false;
        }

        var tenure = new Tenure(this);
        _tenure = tenure;
        tenure.BeginAsGuest();
        Interlocked.Exchange(ref _sleeping, 0);
        var hasMore = TakeTurnHere(tenure);
        tenure.EndAsGuest();
        return hasMore;
    }

    /// <summary>
    /// What the callbacks so far have set off, while their data is in the cache. False when the loop has been taken
    /// over meanwhile.
    /// </summary>
    protected bool RunAndFlush(Tenure tenure)
    {
        if (!RunQueued(tenure))
        {
            return false;
        }

        FlushDirty();
        return true;
    }

    private bool TakeTurnHere(Tenure tenure)
    {
        if (_stopping)
        {
            End();
            return false;
        }

        RunAndFlush(tenure);
        return !MayWait();
    }

    private void Start(Tenure tenure)
    {
        var thread = new Thread(() => Run(tenure)) { IsBackground = true, Name = DispatcherId };
        thread.Start();
    }

    private void Run(Tenure tenure)
    {
        tenure.Begin();
        if (TakeTurns(tenure))
        {
            End();
        }
        else
        {
            Interlocked.Decrement(ref _heldThreads);
        }
    }

    /// <summary>Until the loop stops; false when it goes on without this thread.</summary>
    private bool TakeTurns(Tenure tenure)
    {
        while (!_stopping)
        {
            var mayWait = MayWait();
            Wait(mayWait);
            if (mayWait)
            {
                // Whoever schedules from here on finds the loop awake. The fence is for the monitor: it says that it
                // rests and then looks for loops that are awake; here it is the reverse.
                Interlocked.Exchange(ref _sleeping, 0);
                Monitor?.OnAwake();
            }

            if (!Dispatch(tenure) || !RunAndFlush(tenure))
            {
                return false;
            }
        }

        return true;
    }

    private bool MayWait()
    {
        if (_local.Count > 0 || _dirty.Count > 0)
        {
            return false;
        }

        Interlocked.Exchange(ref _sleeping, 1);
        if (_remote.IsEmpty && !_stopping)
        {
            return true;
        }

        Interlocked.Exchange(ref _sleeping, 0);
        return false;
    }

    private bool RunQueued(Tenure tenure)
    {
        TakeRemote();
        var deadline = 0L;
        for (var n = 0; n < MaxRunnables && _local.Count > 0; n++)
        {
            if ((n & 15) == 8 && IsOver(ref deadline))
            {
                break;
            }

            if (!RunNext(tenure))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The loop's own work is known not to block. Anything else is an actor, or a task of one: while it runs, the loop
    /// can be taken over.
    /// </summary>
    private bool RunNext(Tenure tenure)
    {
        var run = _local.Dequeue();
        if (run is ILoopWork)
        {
            Guarded(run);
            return true;
        }

        _running = run;
        tenure.BeginTurn();
        Guarded(run);
        return tenure.TryEnter() != LoopEntry.None;
    }

    private void TakeRemote()
    {
        for (var n = 0; n < MaxRunnables && _remote.TryDequeue(out var run); n++)
        {
            _local.Enqueue(run);
        }
    }

    /// <summary>The clock is read for the first time after a few runnables: most turns are shorter.</summary>
    private static bool IsOver(ref long deadline)
    {
        var now = Stopwatch.GetTimestamp();
        if (deadline == 0)
        {
            deadline = now + MaxTurnTicks;
        }

        return now > deadline;
    }

    private void FlushDirty()
    {
        if (_dirty.Count == 0)
        {
            return;
        }

        // What a flush writes anew (an acknowledged writer's next write) belongs to the next turn.
        (_dirty, _flushing) = (_flushing, _dirty);
        foreach (var writer in _flushing)
        {
            try
            {
                writer.Flush();
            }
            catch (Exception e)
            {
                _onError(e);
            }
        }

        _flushing.Clear();
    }

    private void End()
    {
        foreach (var resident in _residents.Items())
        {
            try
            {
                resident.OnEngineStopping();
            }
            catch (Exception e)
            {
                _onError(e);
            }
        }

        Release();
        _stopped = true;
        _tenure.EndForGood();
        while (_local.Count > 0)
        {
            RunElsewhere(_local.Dequeue());
        }

        RunLeftoversElsewhere();
    }

    private void RunLeftoversElsewhere()
    {
        while (_remote.TryDequeue(out var run))
        {
            RunElsewhere(run);
        }
    }

    /// <summary>
    /// Mailboxes that are scheduled after the loop's end still have to find out that their actors are gone.
    /// </summary>
    private static void RunElsewhere(IRunnable run)
    {
        if (run is LoopAction action)
        {
            action.Drop();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: false);
        }
    }
}
