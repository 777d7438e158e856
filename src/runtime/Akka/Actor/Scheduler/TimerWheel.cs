using System.Numerics;

namespace Akka.Actor;

/// <summary>
/// The hashed wheel: buckets of timers, a bit per bucket that says whether it holds any, and a cursor. Adding and
/// removing are O(1) and take a lock for a few dozen instructions. Nothing in here knows threads, clocks or callbacks.
/// </summary>
internal sealed class TimerWheel
{
    public const long Never = long.MaxValue;

    private readonly object _lock = new();
    private readonly TimerBucket[] _buckets;
    private readonly ulong[] _occupied;
    private readonly int _mask;
    private readonly long _tickDuration;
    // The last tick whose timers were taken out: whatever is added goes into a later one.
    private long _cursor;
    // The tick its thread sleeps until.
    private long _wakeTick;
    private bool _isStopped;

    public TimerWheel(int ticksPerWheel, long tickDuration)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)ticksPerWheel);
        _buckets = new TimerBucket[size];
        _occupied = new ulong[(size + 63) / 64];
        _mask = size - 1;
        _tickDuration = tickDuration;
    }

    public int Count { get; private set; }

    /// <summary>False when the wheel has stopped. A cancelled timer is let go without a word.</summary>
    public bool Add(WheelTimer timer)
    {
        lock (_lock)
        {
            if (_isStopped)
                return false;
            if (timer.IsCanceled)
                return true;
            // Rounded up, so that nothing fires before its time.
            var tick = Math.Max((timer.Deadline + _tickDuration - 1) / _tickDuration, _cursor + 1);
            Link(timer, tick);
            if (tick < _wakeTick)
                Monitor.Pulse(_lock);
            return true;
        }
    }

    public void Remove(WheelTimer timer)
    {
        lock (_lock)
        {
            if (timer.Tick == 0)
                return;
            var index = (int)(timer.Tick & _mask);
            _buckets[index].Remove(timer);
            timer.Tick = 0;
            Count--;
            ClearIfEmpty(index);
        }
    }

    /// <summary>
    /// Moves every timer that is due at <paramref name="now"/> to <paramref name="due"/>, tick by tick.
    /// </summary>
    public void TakeDue(long now, List<WheelTimer> due)
    {
        var last = now / _tickDuration;
        lock (_lock)
        {
            // After a long sleep one round is enough: a bucket gives up all that is overdue.
            for (var tick = Math.Max(_cursor + 1, last - _mask); tick <= last; tick++)
            {
                var index = (int)(tick & _mask);
                if ((_occupied[index >> 6] & (1UL << index)) == 0)
                    continue;
                _buckets[index].TakeDue(last, due);
                ClearIfEmpty(index);
            }

            Count -= due.Count;
            _cursor = Math.Max(_cursor, last);
        }
    }

    /// <summary>
    /// Sleeps until the next occupied bucket's turn, until an earlier timer is added, or until the wheel is stopped.
    /// False when it is stopped.
    /// </summary>
    public bool Sleep(Func<long> clock)
    {
        lock (_lock)
        {
            if (_isStopped)
                return false;
            _wakeTick = NextOccupiedTick();
            if (_wakeTick == Never)
                Monitor.Wait(_lock);
            else if (_wakeTick * _tickDuration - clock() is > 0 and var remaining)
                Monitor.Wait(_lock, Milliseconds(remaining));
            // Awake, its thread looks for itself: no one need signal until it sleeps again.
            _wakeTick = 0;
            return !_isStopped;
        }
    }

    /// <summary>Refuses all further timers, and hands out those that it holds.</summary>
    public List<WheelTimer> Stop()
    {
        var left = new List<WheelTimer>();
        lock (_lock)
        {
            _isStopped = true;
            for (var index = 0; index < _buckets.Length; index++)
                _buckets[index].TakeDue(Never, left);
            Array.Clear(_occupied);
            Count = 0;
            Monitor.PulseAll(_lock);
        }

        return left;
    }

    private static int Milliseconds(long ticks) =>
        (int)Math.Min((ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond, int.MaxValue);

    private void Link(WheelTimer timer, long tick)
    {
        var index = (int)(tick & _mask);
        timer.Tick = tick;
        _buckets[index].Add(timer);
        _occupied[index >> 6] |= 1UL << index;
        Count++;
    }

    private void ClearIfEmpty(int index)
    {
        if (_buckets[index].IsEmpty)
            _occupied[index >> 6] &= ~(1UL << index);
    }

    // The bucket's turn, not its timers' own tick: a timer of a later round costs one look a round.
    private long NextOccupiedTick()
    {
        if (Count == 0)
            return Never;
        for (var tick = _cursor + 1; tick <= _cursor + _buckets.Length; tick++)
        {
            var index = (int)(tick & _mask);
            if ((_occupied[index >> 6] & (1UL << index)) != 0)
                return tick;
        }

        return Never;
    }
}
