using System.Diagnostics;
using Akka.Dispatch;

namespace ActorSockets.IO.Engine;

/// <summary>
/// Looks after loops whose thread is held by an actor, and gives such a loop another thread: an actor that waits for
/// another one on the same thread would wait for ever, and all sockets of the thread with it.
/// </summary>
/// <remarks>
/// Rests while all loops sleep. A loop that awakes says that it is awake and then looks whether the monitor rests; the
/// monitor does the reverse, both with full fences, so that it is not left resting.
/// </remarks>
internal sealed class BlockedLoopMonitor
{
    /// <summary>So many looks at loops that all sleep, and it rests itself: bursts do not wake it each time.</summary>
    private const int QuietLooks = 100;

    /// <summary>
    /// A thread that computes, or is kept from it by other programs, gets this many times the limit: another thread
    /// would have to share the same processors.
    /// </summary>
    private const int PatienceWithWork = 10;

    private readonly Watched[] _watched;
    private readonly TimeSpan _limit;
    private readonly TimeSpan _interval;
    private readonly Action<IoLoop, IRunnable> _onBlocked;
    private readonly AutoResetEvent _wake = new(false);
    private int _isResting;

    public BlockedLoopMonitor(IEnumerable<IoLoop> loops, TimeSpan limit, Action<IoLoop, IRunnable> onBlocked)
    {
        _watched = loops.Select(loop => new Watched(loop)).ToArray();
        _limit = limit;
        _interval = limit / 2;
        _onBlocked = onBlocked;
    }

    public void Start()
    {
        var thread = new Thread(Run) { IsBackground = true, Name = "actorsockets-io-monitor" };
        thread.Start();
    }

    /// <summary>A loop has ended its wait. On the loop's thread; costs a look at a field.</summary>
    public void OnAwake()
    {
        if (Volatile.Read(ref _isResting) != 0 && Interlocked.Exchange(ref _isResting, 0) != 0)
        {
            _wake.Set();
        }
    }

    private void Run()
    {
        var quiet = 0;
        while (_watched.Any(watched => !watched.Loop.HasStopped))
        {
            quiet = _watched.All(watched => watched.Loop.IsAsleep) ? quiet + 1 : 0;
            if (quiet >= QuietLooks)
            {
                Rest();
                quiet = 0;
            }

            LookAfter(WaitForNextLook());
        }
    }

    private void Rest()
    {
        Interlocked.Exchange(ref _isResting, 1);
        if (_watched.All(watched => watched.Loop.IsAsleep))
        {
            _wake.WaitOne();
        }

        Interlocked.Exchange(ref _isResting, 0);
    }

    /// <summary>
    /// The time that has passed, but no more than was asked for: when the whole process was held up (a collection, a
    /// busy machine), no actor is to blame for it.
    /// </summary>
    private TimeSpan WaitForNextLook()
    {
        var start = Stopwatch.GetTimestamp();
        _wake.WaitOne(_interval);
        var passed = Stopwatch.GetElapsedTime(start);
        return passed < _interval ? passed : _interval;
    }

    private void LookAfter(TimeSpan passed)
    {
        foreach (var watched in _watched)
        {
            if (watched.IsInSameTurn())
            {
                watched.Age += passed;
                TakeOverIfBlocked(watched);
            }
        }
    }

    private void TakeOverIfBlocked(Watched watched)
    {
        if (watched.Age < _limit)
        {
            return;
        }

        var isBlocked = watched.Age >= _limit * PatienceWithWork || !NativeThread.IsRunnable(watched.Tenure.ThreadId);
        if (isBlocked && watched.Loop.TryTakeOver(watched.Tenure, watched.Seen, out var blocked))
        {
            _onBlocked(watched.Loop, blocked);
        }
    }

    private sealed class Watched(IoLoop loop)
    {
        public IoLoop Loop { get; } = loop;

        public Tenure Tenure { get; private set; } = loop.Tenure;

        public long Seen { get; private set; }

        public TimeSpan Age { get; set; }

        /// <summary>Whether an actor has its turn, and had the same one at the last look.</summary>
        public bool IsInSameTurn()
        {
            var tenure = Loop.Tenure;
            var seen = tenure.Seen;
            if (ReferenceEquals(tenure, Tenure) && seen == Seen && Tenure.IsInActor(seen))
            {
                return true;
            }

            Tenure = tenure;
            Seen = seen;
            Age = TimeSpan.Zero;
            return false;
        }
    }
}
