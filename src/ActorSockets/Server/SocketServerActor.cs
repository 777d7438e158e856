using Akka.Actor;
using Akka.Event;

namespace ActorSockets.Server;

/// <summary>Owns a server: starts all of its listeners or none, and drains it.</summary>
/// <remarks>
/// Parent: <see cref="SocketsActor"/>. Children: <c>connections</c>, and <c>listener-0</c>, <c>listener-1</c>, … which
/// it watches; a child that fails is resumed.
/// <code>
/// state     message                          next
/// Starting  ListenerBound, all are           Serving: Started to the parent
/// Starting  ListenerFailed                   Undoing
/// Undoing   Terminated, all listeners        stopped: StartFailed to the parent
/// Serving   Unbind                           Serving: Unbound, when all listeners are gone
/// Serving   Stop                             Draining
/// Draining  Empty, Terminated                stopped, when nothing is left: Drained to the parent
/// Draining  DeadlinePassed                   Draining: the rest is aborted, and gets a moment to take note
/// Draining  GraceOver                        stopped: Drained to the parent
/// </code>
/// </remarks>
internal sealed class SocketServerActor : ReceiveActor
{
    /// <summary>How long handlers of aborted connections may take to handle their last message.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly SocketServerOptions _options;
    private readonly ConnectionTable _table;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Dictionary<string, BoundListener> _bound = [];
    private readonly HashSet<IActorRef> _listeners = [];
    private readonly List<IActorRef> _unbindRequesters = [];
    private IActorRef _connections = ActorRefs.Nobody;

    // In Draining: what was there when it began, what was reset, and the timer of the earliest deadline asked for.
    private long _atStart;
    private int _aborted;
    private DateTimeOffset _deadline = DateTimeOffset.MaxValue;
    private ICancelable? _timer;

    public SocketServerActor(SocketServerOptions options, ConnectionTable table)
    {
        _options = options;
        _table = table;
        Become(Starting);
    }

    public static Props Props(SocketServerOptions options, ConnectionTable table) =>
        Akka.Actor.Props.Create(() => new SocketServerActor(options, table));

    protected override SupervisorStrategy SupervisorStrategy() => Resuming.Strategy;

    protected override void PreStart()
    {
        _connections = Context.ActorOf(ConnectionSupervisor.Props(_table), "connections");
        for (var i = 0; i < _options.Listeners.Count; i++)
        {
            _listeners.Add(Context.Watch(Context.ActorOf(Listener(_options.Listeners[i]), $"listener-{i}")));
        }
    }

    private Props Listener(ListenerOptions options) => options.Transport == TransportKind.Udp
        ? DatagramListenerActor.Props(_options.Name, options)
        : ListenerActor.Props(options, _table, _connections);

    protected override void PostStop() => _timer?.Cancel();

    private void Starting()
    {
        Receive<ServerProtocol.ListenerBound>(OnListenerBound);
        Receive<ServerProtocol.ListenerFailed>(failed => Undo(failed.Cause));
        Receive<Terminated>(terminated => _listeners.Remove(terminated.ActorRef));
        // Nobody outside knows of the server yet, but the actor system may be going down.
        Receive<ServerProtocol.Unbind>(OnUnbind);
        Receive<ServerProtocol.Stop>(OnStop);
    }

    private void Undoing(Exception cause)
    {
        Receive<Terminated>(terminated =>
        {
            _listeners.Remove(terminated.ActorRef);
            FailWhenUndone(cause);
        });
        ReceiveAny(_ => { });
    }

    private void Serving()
    {
        Receive<ServerProtocol.Unbind>(OnUnbind);
        Receive<ServerProtocol.Stop>(OnStop);
        Receive<Terminated>(OnListenerTerminated);
    }

    private void Draining()
    {
        Receive<ServerProtocol.Empty>(_ => FinishWhenDone());
        Receive<ServerProtocol.Stop>(stop => Expect(stop.DrainTimeout));
        Receive<DeadlinePassed>(_ => OnDeadlinePassed());
        Receive<GraceOver>(_ => Finish());
        Receive<ServerProtocol.Unbind>(OnUnbind);
        Receive<Terminated>(terminated =>
        {
            OnListenerTerminated(terminated);
            FinishWhenDone();
        });
    }

    private void OnListenerBound(ServerProtocol.ListenerBound bound)
    {
        _bound.Add(bound.Name, new BoundListener(bound.Name, bound.EndPoint));
        _log.Info("Listening on {0} ({1}/{2})", bound.EndPoint, _options.Name, bound.Name);
        if (_bound.Count < _options.Listeners.Count)
            return;

        Become(Serving);
        var inOrder = _options.Listeners.Select(listener => _bound[listener.Name]).ToArray();
        Context.Parent.Tell(new ServerProtocol.Started(inOrder));
    }

    private void Undo(Exception cause)
    {
        Become(() => Undoing(cause));
        CloseListeners();
        FailWhenUndone(cause);
    }

    private void FailWhenUndone(Exception cause)
    {
        if (_listeners.Count > 0)
            return;
        Context.Parent.Tell(new ServerProtocol.StartFailed(cause));
        Context.Stop(Self);
    }

    private void OnUnbind(ServerProtocol.Unbind unbind)
    {
        _unbindRequesters.Add(Sender);
        CloseListeners();
        TellUnbound();
    }

    private void OnListenerTerminated(Terminated terminated)
    {
        _listeners.Remove(terminated.ActorRef);
        TellUnbound();
    }

    private void TellUnbound()
    {
        if (_listeners.Count > 0)
            return;
        _unbindRequesters.ForEach(requester => requester.Tell(ServerProtocol.Unbound.Instance));
        _unbindRequesters.Clear();
    }

    private void CloseListeners()
    {
        // A listener that says that it has failed is stopping already.
        foreach (var listener in _listeners.Where(listener => !listener.Equals(Sender)))
            listener.Tell(ServerProtocol.CloseListener.Instance);
    }

    private void OnStop(ServerProtocol.Stop stop)
    {
        Become(Draining);
        CloseListeners();
        Expect(stop.DrainTimeout);
        _atStart = _table.Open;
        _log.Info("Draining {0}: {1} connections, until {2:O}", _options.Name, _atStart, _deadline);
        _table.StartDraining(_deadline, Self);
    }

    private void Expect(TimeSpan timeout)
    {
        var deadline = Context.System.Scheduler.Now + timeout;
        if (deadline >= _deadline)
            return;
        _deadline = deadline;
        _timer?.Cancel();
        _timer = Context.System.Scheduler.ScheduleTellOnceCancelable(timeout, Self, DeadlinePassed.Instance, Self);
    }

    private void OnDeadlinePassed()
    {
        _aborted = _table.AbortAll(CloseReason.DrainTimedOut);
        _timer = Context.System.Scheduler.ScheduleTellOnceCancelable(Grace, Self, GraceOver.Instance, Self);
    }

    // Not before the ports are free: who waits for the end may want to listen there.
    private void FinishWhenDone()
    {
        if (_listeners.Count == 0 && _table.Open == 0)
            Finish();
    }

    private void Finish()
    {
        var report = new DrainReport((int)_atStart - _aborted, _aborted);
        _log.Info("Stopped {0}: {1} connections closed, {2} aborted", _options.Name, report.Closed, report.Aborted);
        Context.Parent.Tell(new ServerProtocol.Drained(report));
        Context.Stop(Self);
    }

    private sealed class DeadlinePassed
    {
        public static DeadlinePassed Instance { get; } = new();
    }

    private sealed class GraceOver
    {
        public static GraceOver Instance { get; } = new();
    }
}
