using Akka.Actor;
using Microsoft.Extensions.Hosting;

namespace ActorSockets.Hosting;

/// <summary>The socket servers of a host: starts them with it, and drains them when it stops.</summary>
public sealed class SocketServers : IHostedService
{
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<SocketServerOptions> _options;
    private readonly List<SocketServer> _running = [];

    /// <summary>Created by the host.</summary>
    /// <param name="system">The actor system that the servers run in.</param>
    /// <param name="options">The servers.</param>
    public SocketServers(ActorSystem system, IReadOnlyList<SocketServerOptions> options)
    {
        _system = system;
        _options = options;
    }

    /// <summary>The servers that run, in the order of the configuration; empty before the host has started.</summary>
    public IReadOnlyList<SocketServer> Running => _running;

    /// <summary>The running server of a name.</summary>
    /// <param name="name">The name that the configuration gives it.</param>
    /// <exception cref="KeyNotFoundException">No server of that name runs.</exception>
    public SocketServer this[string name] =>
        _running.Find(server => server.Name == name)
        ?? throw new KeyNotFoundException($"No socket server '{name}' is running.");

    /// <summary>Starts every server, or none.</summary>
    /// <param name="cancellationToken">Not used: binding takes no time worth giving up.</param>
    /// <exception cref="BindFailedException">A listener cannot listen on its address.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var options in _options)
                _running.Add(await SocketServer.StartAsync(_system, options).ConfigureAwait(false));
        }
        catch
        {
            await StopAsync(TimeSpan.Zero).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Drains every server.</summary>
    /// <param name="cancellationToken">When it is cancelled, connections that are still open are aborted.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var abort = cancellationToken.UnsafeRegister(_ => StopAsync(TimeSpan.Zero), null);
        await StopAsync(drainTimeout: null).ConfigureAwait(false);
    }

    private Task<DrainReport[]> StopAsync(TimeSpan? drainTimeout) =>
        Task.WhenAll(_running.Select(server => server.StopAsync(drainTimeout)));
}
