namespace Akka.Actor;

/// <summary>
/// An actor with a queue, for code outside of actors. The blocking methods must not be called by actors: there the
/// asynchronous ones serve, whose tasks hold a <see cref="Status.Failure"/> when the time is up.
/// </summary>
public class Inbox : IInboxable, IDisposable
{
    private static int _count;

    private readonly ActorSystem _system;
    private readonly TimeSpan _defaultTimeout;
    private bool _isDisposed;

    private Inbox(ActorSystem system, IActorRef receiver, TimeSpan defaultTimeout)
    {
        _system = system;
        Receiver = receiver;
        _defaultTimeout = defaultTimeout;
    }

    public IActorRef Receiver { get; }

    public static Inbox Create(ActorSystem system)
    {
        var config = system.Settings.Config;
        var size = config.GetInt("akka.actor.inbox.inbox-size", 1000);
        var timeout = config.GetTimeSpan("akka.actor.inbox.default-timeout", TimeSpan.FromSeconds(5));
        var name = $"inbox-{Interlocked.Increment(ref _count)}";
        var props = Props.Create<InboxActor>(size);
        return new Inbox(system, ((ExtendedActorSystem)system).SystemActorOf(props, name), timeout);
    }

    public IActorRef Watch(IActorRef subject)
    {
        Receiver.Tell(new InboxProtocol.StartWatch(subject, null), ActorRefs.NoSender);
        return subject;
    }

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        Receiver.Tell(new InboxProtocol.StartWatch(subject, message), ActorRefs.NoSender);
        return subject;
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        Receiver.Tell(new InboxProtocol.StopWatch(subject), ActorRefs.NoSender);
        return subject;
    }

    public void Send(IActorRef actorRef, object message) => actorRef.Tell(message, Receiver);

    /// <exception cref="TimeoutException">Nothing came within <c>akka.actor.inbox.default-timeout</c>.</exception>
    public object Receive() => Receive(_defaultTimeout);

    /// <exception cref="TimeoutException">Nothing came in time.</exception>
    public object Receive(TimeSpan timeout) => Take(null, timeout);

    public object ReceiveWhere(Predicate<object> predicate) => ReceiveWhere(predicate, _defaultTimeout);

    public object ReceiveWhere(Predicate<object> predicate, TimeSpan timeout) => Take(predicate, timeout);

    public Task<object> ReceiveAsync() => ReceiveAsync(_defaultTimeout);

    public Task<object> ReceiveAsync(TimeSpan timeout) => TakeAsync(null, DeadlineOf(timeout));

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _isDisposed)
            return;
        _isDisposed = true;
        _system.Stop(Receiver);
    }

    private TimeSpan DeadlineOf(TimeSpan timeout)
    {
        var now = _system.Scheduler.MonotonicClock;
        return timeout > TimeSpan.MaxValue - now ? TimeSpan.MaxValue : now + timeout;
    }

    private Task<object> TakeAsync(Predicate<object>? predicate, TimeSpan deadline) =>
        Receiver.Ask<object>(new InboxProtocol.Take(predicate, deadline), Timeout.InfiniteTimeSpan);

    // This is the blocking half of the API: it waits on the caller's thread, by contract.
    private object Take(Predicate<object>? predicate, TimeSpan timeout)
    {
        var deadline = DeadlineOf(timeout);
        var message = TakeAsync(predicate, deadline);
        if (!Comes(message, timeout, deadline))
        {
            throw new TimeoutException(
                $"Inbox {Receiver.Path} didn't receive a response message in specified timeout {timeout}");
        }

        var received = message.Result;
        if (received is Status.Failure { Cause: TimeoutException cause })
        {
            throw new TimeoutException(
                $"Inbox {Receiver.Path} received a status failure response message: {cause.Message}", cause);
        }

        return received;
    }

    // A wait may end some milliseconds early, by its coarser clock. Whoever gave up then would lose the next message:
    // to the actor, which goes by the scheduler's clock, its taker is still there. (That clock may stand still.)
    private bool Comes(Task<object> message, TimeSpan timeout, TimeSpan deadline)
    {
        var left = timeout;
        while (!message.Wait((int)Math.Clamp(Math.Ceiling(left.TotalMilliseconds), 0, int.MaxValue)))
        {
            var next = deadline - _system.Scheduler.MonotonicClock;
            if (next <= TimeSpan.Zero || next >= left)
                return false;
            left = next;
        }

        return true;
    }
}
