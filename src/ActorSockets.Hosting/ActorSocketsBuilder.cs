using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;

namespace ActorSockets.Hosting;

/// <summary>What a host's actor system and its socket servers are made of: see
/// <see cref="ActorSocketsServiceCollectionExtensions.AddActorSockets"/>.</summary>
public sealed class ActorSocketsBuilder
{
    private readonly Dictionary<string, Props> _handlers = [];
    private readonly List<SocketServerOptions> _servers = [];
    private readonly List<Action<AkkaConfigurationBuilder>> _akka = [];

    internal ActorSocketsBuilder()
    {
    }

    internal Config Config { get; private set; } = Config.Empty;

    /// <summary>Adds configuration: the actor system's, and the servers under <c>actorsockets.servers</c>. What was
    /// added before comes first.</summary>
    /// <param name="config">The configuration.</param>
    public ActorSocketsBuilder AddHocon(Config config)
    {
        Config = Config.WithFallback(config);
        return this;
    }

    /// <summary>Adds a server besides those of the configuration.</summary>
    /// <param name="options">The server.</param>
    public ActorSocketsBuilder AddServer(SocketServerOptions options)
    {
        _servers.Add(options);
        return this;
    }

    /// <summary>Gives a handler a name that listeners of the configuration can use.</summary>
    /// <typeparam name="T">The handler's class, which needs no constructor parameters.</typeparam>
    /// <param name="name">The name.</param>
    public ActorSocketsBuilder AddHandler<T>(string name)
        where T : ConnectionActor => AddHandler(name, Props.Create<T>());

    /// <summary>Gives a handler a name that listeners of the configuration can use.</summary>
    /// <param name="name">The name.</param>
    /// <param name="handler">Creates the actor of each connection.</param>
    public ActorSocketsBuilder AddHandler(string name, Props handler)
    {
        _handlers.Add(name, handler);
        return this;
    }

    /// <summary>Adds to the actor system: actors, extensions, loggers. It runs before the servers start.</summary>
    /// <param name="configure">What Akka.Hosting's builder shall do.</param>
    public ActorSocketsBuilder ConfigureAkka(Action<AkkaConfigurationBuilder> configure)
    {
        _akka.Add(configure);
        return this;
    }

    /// <exception cref="ConfigurationException">A key is unknown, or a value is not what its key needs.</exception>
    internal IReadOnlyList<SocketServerOptions> Servers() =>
        [.. SocketServerOptions.FromConfig(Config, _handlers), .. _servers];

    internal void Apply(AkkaConfigurationBuilder akka) => _akka.ForEach(configure => configure(akka));
}
