using ActorSockets.Configuration;
using ActorSockets.Server;
using Akka;
using Akka.Actor;

namespace ActorSockets;

/// <summary>A running server: accepts connections, and gives each its own actor. Any thread may use it.</summary>
public sealed class SocketServer : IAsyncDisposable
{
    // The phase has to end on time for what comes after it; so much is left for the actors to stop.
    private static readonly TimeSpan PhaseMargin = TimeSpan.FromMilliseconds(500);

    private readonly ActorSystem _system;
    private readonly SocketServerOptions _options;
    private readonly ConnectionTable _table;
    private readonly object _stopLock = new();
    private Task<DrainReport>? _stopped;

    private SocketServer(
        ActorSystem system, SocketServerOptions options, ConnectionTable table, IReadOnlyList<BoundListener> listeners)
    {
        _system = system;
        _options = options;
        _table = table;
        Listeners = listeners;
    }

    /// <summary>The server's name.</summary>
    public string Name => _options.Name;

    /// <summary>The listeners, in the order of the options, with the addresses that they really listen on.</summary>
    public IReadOnlyList<BoundListener> Listeners { get; }

    /// <summary>What the server has counted since its start.</summary>
    public ServerStatistics Statistics => _table.Statistics;

    /// <summary>Starts a server. It stops with its actor system, or by <see cref="StopAsync"/>; a coordinated shutdown
    /// unbinds it in the phase <c>service-unbind</c> and drains it in <c>service-stop</c>.</summary>
    /// <param name="system">The actor system that it runs in.</param>
    /// <param name="options">Its endpoints, and what holds for them.</param>
    /// <returns>The server, when every listener accepts connections.</returns>
    /// <exception cref="BindFailedException">A listener cannot listen on its address; none does, then.</exception>
    /// <exception cref="Akka.Configuration.ConfigurationException">The options contradict themselves.</exception>
    /// <exception cref="InvalidOperationException">A server of that name is running.</exception>
    public static async Task<SocketServer> StartAsync(ActorSystem system, SocketServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.Run(options, system);

        var table = new ConnectionTable(options.Name, system);
        var start = new ServerProtocol.Start(options, table);
        var answer = await SocketsExtension.AskAsync<object>(system, start).ConfigureAwait(false);
        if (answer is ServerProtocol.StartFailed failed)
            throw failed.Cause;

        var server = new SocketServer(system, options, table, ((ServerProtocol.Started)answer).Listeners);
        server.JoinCoordinatedShutdown();
        return server;
    }

    /// <summary>Sends to the peers of connections of this server. Each message is encoded once for each
    /// framer.</summary>
    /// <param name="to">The connections.</param>
    /// <param name="message">What their framers can encode.</param>
    /// <exception cref="ArgumentException">A framer cannot encode it.</exception>
    public void Send(Destination to, object message)
    {
        ArgumentNullException.ThrowIfNull(to);
        _table.Send(to, message, sender: null);
    }

    /// <summary>Tells the handlers of connections of this server.</summary>
    /// <param name="to">The connections.</param>
    /// <param name="message">Any message.</param>
    /// <param name="sender">Who answers go to; null for nobody.</param>
    public void Tell(Destination to, object message, IActorRef? sender = null)
    {
        ArgumentNullException.ThrowIfNull(to);
        _table.Tell(to, message, teller: null, sender ?? ActorRefs.NoSender);
    }

    /// <summary>Stops the server: closes its listeners, tells the handlers by <see cref="Draining"/>, waits until the
    /// connections have ended, and aborts those that have not at the deadline.</summary>
    /// <param name="drainTimeout">How long connections may go on; null for
    /// <see cref="SocketServerOptions.DrainTimeout"/>. Called again while the server drains, an earlier deadline
    /// counts: <see cref="TimeSpan.Zero"/> aborts what is left.</param>
    /// <returns>How the connections ended, when the server is no more. The same for every call.</returns>
    public Task<DrainReport> StopAsync(TimeSpan? drainTimeout = null)
    {
        var stop = new ServerProtocol.Stop(Name, drainTimeout ?? _options.DrainTimeout);
        lock (_stopLock)
        {
            if (_stopped is null)
                return _stopped = SocketsExtension.AskAsync<DrainReport>(_system, stop);
        }

        if (!_stopped.IsCompleted)
            SocketsExtension.For(_system).Root.Tell(stop, ActorRefs.Nobody);
        return _stopped;
    }

    /// <summary>As <see cref="StopAsync"/>.</summary>
    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    private void JoinCoordinatedShutdown()
    {
        var shutdown = CoordinatedShutdown.Get(_system);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, $"sockets-{Name}-unbind", async () =>
        {
            await SocketsExtension.AskAsync<object>(_system, new ServerProtocol.Unbind(Name)).ConfigureAwait(false);
            return Done.Instance;
        });
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, $"sockets-{Name}-drain", async () =>
        {
            var longest = shutdown.Timeout(CoordinatedShutdown.PhaseServiceStop) - PhaseMargin;
            await StopAsync(longest < _options.DrainTimeout ? longest : _options.DrainTimeout).ConfigureAwait(false);
            return Done.Instance;
        });
    }
}
