using System.Collections.Concurrent;
using System.Collections.Immutable;
using ActorSockets.Diagnostics;
using Akka.Actor;
using Akka.Event;

namespace ActorSockets.Server;

/// <summary>The connections of one server: who is there, how many there were, and the way to them. Any thread may use
/// it: accepts, ends and routes do not queue behind an actor.</summary>
/// <remarks>What is sent goes from the sender's thread straight to each socket, and what is told straight to each
/// handler. So everything that one sender sends arrives at each receiver in the order in which it was sent, whatever
/// mix of destinations it chose.</remarks>
internal sealed class ConnectionTable(string server, ActorSystem system)
{
    private readonly ConcurrentDictionary<ConnectionId, Connection> _connections = new();
    private readonly long[] _closed = new long[Enum.GetValues<CloseReason>().Length + 1];
    private long _accepted;
    private long _open;
    private long _unrouted;
    private volatile Drain? _drain;

    public string Server { get; } = server;

    public ILoggingAdapter Log { get; } = Logging.GetLogger(system, $"sockets/{server}");

    public IScheduler Scheduler { get; } = system.Scheduler;

    /// <summary>The shard of each dispatcher that I/O threads have had connections on.</summary>
    public ConcurrentDictionary<string, IActorRef> Shards { get; } = new();

    public bool IsDraining => _drain is not null;

    public DateTimeOffset? Deadline => _drain?.Deadline;

    /// <summary>Connections of which the socket or the handler still lives.</summary>
    public long Open => Volatile.Read(ref _open);

    public ServerStatistics Statistics => new(
        Volatile.Read(ref _accepted),
        Open,
        Enum.GetValues<CloseReason>()
            .Select(reason => KeyValuePair.Create(reason, Volatile.Read(ref _closed[(int)reason])))
            .Where(count => count.Value > 0)
            .ToImmutableSortedDictionary(),
        Volatile.Read(ref _unrouted));

    /// <summary>A connection is about to get a handler.</summary>
    /// <returns>False when the server drains: it takes no more.</returns>
    public bool TryEnter()
    {
        Interlocked.Increment(ref _open);
        if (IsDraining)
        {
            CountDown();
            return false;
        }

        Interlocked.Increment(ref _accepted);
        return true;
    }

    /// <summary>A connection that has entered is over, its socket and its handler.</summary>
    public void Leave(CloseReason reason)
    {
        Interlocked.Increment(ref _closed[(int)reason]);
        CountDown();
    }

    /// <summary>The connection can be routed to.</summary>
    public void Add(Connection connection) => _connections[connection.Id] = connection;

    public void Remove(Connection connection) => _connections.TryRemove(connection.Id, out _);

    /// <summary>Tells every handler that the server drains.</summary>
    /// <param name="deadline">When it will end.</param>
    /// <param name="observer">Is told <see cref="ServerProtocol.Empty"/> when the last connection has left.</param>
    public void StartDraining(DateTimeOffset deadline, IActorRef observer)
    {
        _drain = new Drain(deadline, observer);
        foreach (var (_, connection) in _connections)
            connection.TellDraining(deadline);
        if (Open == 0)
            observer.Tell(ServerProtocol.Empty.Instance);
    }

    /// <summary>Resets what is left.</summary>
    /// <returns>How many connections that was; one that was closing, but had output left, is one of them.</returns>
    public int AbortAll(CloseReason reason)
    {
        var aborted = 0;
        foreach (var (_, connection) in _connections)
        {
            connection.AbortFor(reason);
            aborted++;
        }

        return aborted;
    }

    public void Send(Destination to, object message, ConnectionId? sender)
    {
        var encoded = new EncodedMessage(message);
        if (to is Destination.One one)
        {
            if (Find(one.Id) is { } connection)
                connection.Write(encoded.For(connection.Framer));
            return;
        }

        foreach (var (id, connection) in _connections)
        {
            if (to.Includes(id, sender) && connection.IsThere)
                connection.Write(encoded.For(connection.Framer));
        }
    }

    public void Tell(Destination to, object message, ConnectionId? teller, IActorRef sender)
    {
        if (to is Destination.One one)
        {
            if (Find(one.Id) is { } connection)
                connection.Handler.Tell(message, sender);
            return;
        }

        foreach (var (id, connection) in _connections)
        {
            if (to.Includes(id, teller) && connection.IsThere)
                connection.Handler.Tell(message, sender);
        }
    }

    public void LogOpened(Connection connection)
    {
        if (Log.IsDebugEnabled)
            new ConnectionLog(Log, connection).Debug("Connection {0} opened", connection);
    }

    public void LogClosed(Connection connection, ConnectionClosed closed)
    {
        if (!Log.IsDebugEnabled)
            return;
        var log = new ConnectionLog(Log, connection);
        log.Debug("Connection {0} closed: {1} {2}", connection, closed.Reason, closed.Detail);
    }

    private Connection? Find(ConnectionId id)
    {
        if (_connections.TryGetValue(id, out var connection) && connection.IsThere)
            return connection;
        Interlocked.Increment(ref _unrouted);
        return null;
    }

    private void CountDown()
    {
        // The order matters: who counts down to nothing after a drain has begun sees the drain, and the drain that
        // begins after somebody has counted down to nothing sees the count.
        if (Interlocked.Decrement(ref _open) == 0 && _drain is { } drain)
            drain.Observer.Tell(ServerProtocol.Empty.Instance);
    }

    private sealed record Drain(DateTimeOffset Deadline, IActorRef Observer);
}
