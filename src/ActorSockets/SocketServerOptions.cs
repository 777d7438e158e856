using ActorSockets.Configuration;
using Akka.Actor;
using Akka.Configuration;

namespace ActorSockets;

/// <summary>A server: its endpoints, and what holds for all of them.</summary>
public sealed record SocketServerOptions
{
    /// <summary>Names the server's actor, <c>/user/sockets/&lt;name&gt;</c>, and the server in logs. Default: "server".
    /// No two running servers of an actor system share a name.</summary>
    public string Name { get; init; } = "server";

    /// <summary>Where the server listens. Default: none, and at least one is needed. All are bound, or none.</summary>
    public IReadOnlyList<ListenerOptions> Listeners { get; init; } = [];

    /// <summary>How long connections may go on when the server stops. Default: 10 s. Those that are still open then are
    /// aborted, as <see cref="CloseReason.DrainTimedOut"/>. When the actor system shuts down, the time-out of the phase
    /// <c>service-stop</c> of its coordinated shutdown is the longest that a drain can take.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Reads the servers under <c>actorsockets.servers</c>. What each key means is told in
    /// <c>reference.conf</c>.</summary>
    /// <param name="config">The configuration, with the section <c>actorsockets</c> in it.</param>
    /// <param name="handlers">The handlers that a listener may name. One that is not in there can be given as the full
    /// name of a class that derives from <see cref="ConnectionActor"/>.</param>
    /// <exception cref="ConfigurationException">A key is unknown, or a value is not what its key needs; the message
    /// names the key's full path.</exception>
    public static IReadOnlyList<SocketServerOptions> FromConfig(
        Config config, IReadOnlyDictionary<string, Props> handlers)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(handlers);
        return ServerConfiguration.Read(config, handlers);
    }
}
