using ActorSockets.IO.Engine;
using Akka.Actor;

namespace ActorSockets.IO;

/// <summary>
/// The deadlines of one loop: one timer for the earliest, and nothing to cancel, as nearly all of them are never
/// reached. By the scheduler's clock, so that virtual time moves them.
/// </summary>
internal sealed class DeadlineQueue
{
    private const int LeastToSweep = 1024;

    private readonly IScheduler _scheduler;
    private readonly PriorityQueue<IExpiring, DateTimeOffset> _queue = new();
    private readonly LoopAction _onTimer;
    private DateTimeOffset _timerAt = DateTimeOffset.MaxValue;
    private int _sweepAt = LeastToSweep;

    public DeadlineQueue(IScheduler scheduler, IoLoop loop)
    {
        _scheduler = scheduler;
        var expire = new LoopAction(Expire);
        _onTimer = new LoopAction(() => loop.Schedule(expire));
    }

    public DateTimeOffset Now => _scheduler.Now;

    public int Count => _queue.Count;

    /// <summary>On the loop's thread.</summary>
    public void Add(IExpiring item)
    {
        if (item.Deadline is { } deadline)
        {
            if (_queue.Count >= _sweepAt)
            {
                Sweep();
            }

            _queue.Enqueue(item, deadline);
            SetTimer(deadline);
        }
    }

    /// <summary>
    /// Lets go of what waits no longer: at thousands of connections a second, those that have ended would otherwise be
    /// held until their deadlines. At double the number each time, so that an addition costs no more for it.
    /// </summary>
    private void Sweep()
    {
        var waiting = _queue.UnorderedItems.Where(entry => entry.Element.Deadline is not null).ToArray();
        _queue.Clear();
        _queue.EnqueueRange(waiting);
        _sweepAt = Math.Max(LeastToSweep, 2 * waiting.Length);
    }

    /// <summary>A timer has fired; on the loop's thread.</summary>
    private void Expire()
    {
        _timerAt = DateTimeOffset.MaxValue;
        var now = Now;
        while (_queue.TryPeek(out var item, out var entered) && entered <= now)
        {
            _queue.Dequeue();
            if (item.Deadline <= now)
            {
                item.OnDeadline();
            }
            else
            {
                Add(item);
            }
        }

        if (_queue.TryPeek(out _, out var next))
        {
            SetTimer(next);
        }
    }

    /// <summary>A timer that is already set for later is left to fire: it finds nothing due.</summary>
    private void SetTimer(DateTimeOffset deadline)
    {
        if (deadline < _timerAt)
        {
            _timerAt = deadline;
            var delay = deadline - Now;
            _scheduler.Advanced.ScheduleOnce(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, _onTimer);
        }
    }
}
