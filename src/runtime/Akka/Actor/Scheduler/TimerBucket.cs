namespace Akka.Actor;

/// <summary>The timers of every tick that is the same modulo the wheel's size, in the order they were put in.</summary>
internal struct TimerBucket
{
    private WheelTimer? _first;
    private WheelTimer? _last;

    public readonly bool IsEmpty => _first is null;

    public void Add(WheelTimer timer)
    {
        timer.Previous = _last;
        timer.Next = null;
        if (_last is null)
            _first = timer;
        else
            _last.Next = timer;
        _last = timer;
    }

    public void Remove(WheelTimer timer)
    {
        if (timer.Previous is null)
            _first = timer.Next;
        else
            timer.Previous.Next = timer.Next;
        if (timer.Next is null)
            _last = timer.Previous;
        else
            timer.Next.Previous = timer.Previous;
        timer.Previous = timer.Next = null;
    }

    /// <summary>Moves what is due at <paramref name="tick"/> to <paramref name="due"/>; later rounds stay.</summary>
    public void TakeDue(long tick, List<WheelTimer> due)
    {
        for (var timer = _first; timer is not null;)
        {
            var next = timer.Next;
            if (timer.Tick <= tick)
            {
                Remove(timer);
                timer.Tick = 0;
                due.Add(timer);
            }

            timer = next;
        }
    }
}
