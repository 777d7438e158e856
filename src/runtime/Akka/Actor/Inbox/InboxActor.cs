using Akka.Event;

namespace Akka.Actor;

/// <summary>Keeps an inbox's messages until somebody takes them, and its takers until a message fits.</summary>
internal sealed class InboxActor(int size) : ActorBase
{
    private readonly LinkedList<object> _messages = new();
    private readonly List<Taker> _takers = [];
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private bool _hasWarned;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InboxProtocol.Take take:
                OnTake(take);
                break;
            case Expired:
                _takers.RemoveAll(FailIfExpired);
                break;
            case InboxProtocol.StartWatch { Message: null } watch:
                Context.Watch(watch.Target);
                break;
            case InboxProtocol.StartWatch watch:
                Context.WatchWith(watch.Target, watch.Message);
                break;
            case InboxProtocol.StopWatch watch:
                Context.Unwatch(watch.Target);
                break;
            default:
                OnMessage(message);
                break;
        }

        return true;
    }

    private void OnTake(InboxProtocol.Take take)
    {
        for (var node = _messages.First; node is not null; node = node.Next)
        {
            if (!take.Fits(node.Value))
                continue;
            _messages.Remove(node);
            Sender.Tell(node.Value, Self);
            return;
        }

        var taker = new Taker(take, Sender);
        if (FailIfExpired(taker))
            return;
        _takers.Add(taker);
        var scheduler = Context.System.Scheduler;
        scheduler.ScheduleTellOnce(take.Deadline - scheduler.MonotonicClock, Self, Expired.Instance, Self);
    }

    private void OnMessage(object message)
    {
        // The scheduler's word comes a little late: until then nobody may hand a message to who has given up.
        _takers.RemoveAll(FailIfExpired);
        var index = _takers.FindIndex(taker => taker.Take.Fits(message));
        if (index >= 0)
        {
            _takers[index].Client.Tell(message, Self);
            _takers.RemoveAt(index);
        }
        else if (_messages.Count < size)
        {
            _messages.AddLast(message);
        }
        else
        {
            WarnOnce();
        }
    }

    private void WarnOnce()
    {
        if (_hasWarned)
            return;
        _hasWarned = true;
        _log.Warning(
            "Dropping message: Inbox size has been exceeded, use akka.actor.inbox.inbox-size to increase maximum "
            + "allowed inbox size. Current is {0}",
            size);
    }

    private static bool FailIfExpired(Taker taker)
    {
        if (taker.Take.Deadline > Context.System.Scheduler.MonotonicClock)
            return false;
        taker.Client.Tell(new Status.Failure(new TimeoutException("Deadline passed")), Context.Self);
        return true;
    }

    private readonly record struct Taker(InboxProtocol.Take Take, IActorRef Client);

    private sealed class Expired
    {
        public static readonly Expired Instance = new();
    }
}
