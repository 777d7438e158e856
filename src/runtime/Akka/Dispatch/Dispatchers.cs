using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>The dispatchers of a system by the path of their configuration.</summary>
public sealed class Dispatchers
{
    public const string DefaultDispatcherId = "akka.actor.default-dispatcher";
    public const string DefaultBlockingDispatcherId = "akka.actor.default-blocking-io-dispatcher";
    public const string SynchronizedDispatcherId = "akka.actor.synchronized-dispatcher";

    internal const string InternalDispatcherId = "akka.actor.internal-dispatcher";

    private const int MaxAliases = 20;

    private readonly ConcurrentDictionary<string, MessageDispatcherConfigurator> _configurators = new();
    private readonly ActorSystem _system;
    private readonly ILoggingAdapter _logger;
    private MessageDispatcher? _default;

    public Dispatchers(ActorSystem system, IDispatcherPrerequisites prerequisites, ILoggingAdapter logger)
    {
        _system = system;
        Prerequisites = prerequisites;
        _logger = logger;
    }

    public IDispatcherPrerequisites Prerequisites { get; }

    public Config DefaultDispatcherConfig => SectionOf(DefaultDispatcherId);

    public MessageDispatcher DefaultGlobalDispatcher => _default ??= Lookup(DefaultDispatcherId);

    /// <exception cref="ConfigurationException">There is no such section, or it names an unknown kind.</exception>
    public MessageDispatcher Lookup(string dispatcherName) => ConfiguratorOf(dispatcherName).Dispatcher();

    public bool HasDispatcher(string id) =>
        _configurators.ContainsKey(id) || _system.Settings.Config.HasPath(id);

    /// <summary>Adds a dispatcher that configuration does not know. Answers false if the path is taken.</summary>
    public bool RegisterConfigurator(string id, MessageDispatcherConfigurator configurator) =>
        _configurators.TryAdd(id, configurator);

    /// <summary>The section of a dispatcher; a text in its place is the path of another one.</summary>
    /// <exception cref="ConfigurationException">There is no such section, or the texts refer to each other.</exception>
    public static Config GetConfig(Config config, string id, int depth = 0)
    {
        if (depth >= MaxAliases) throw new ConfigurationException(
            $"Could not find a concrete dispatcher config after following {MaxAliases} deep. "
            + $"Is there a circular reference in your config? Last followed Id was [{id}]");
        if (!config.HasPath(id)) throw new ConfigurationException($"Dispatcher {id} not configured.");
        return AliasedBy(config, id) is { } actual ? GetConfig(config, actual, depth + 1) : config.GetConfig(id);
    }

    internal MessageDispatcher LookupFor(Props props)
    {
        var id = props.Deploy.Dispatcher;
        return string.IsNullOrEmpty(id) || id == DefaultDispatcherId ? DefaultGlobalDispatcher : Lookup(id);
    }

    // an alias shares the dispatcher of what it stands for
    private MessageDispatcherConfigurator ConfiguratorOf(string id, int depth = 0)
    {
        if (_configurators.TryGetValue(id, out var known)) return known;
        var config = _system.Settings.Config;
        _ = GetConfig(config, id, depth);
        if (AliasedBy(config, id) is not { } actual)
            return _configurators.GetOrAdd(id, static (key, self) => self.ConfiguratorFor(key), this);
        _logger.Debug("Dispatcher id [{0}] is an alias, actual dispatcher will be [{1}]", id, actual);
        return _configurators.GetOrAdd(id, ConfiguratorOf(actual, depth + 1));
    }

    private static string? AliasedBy(Config config, string id)
    {
        var value = config.GetValue(id);
        if (value.IsString()) return value.GetString();
        return value.IsObject() ? null : throw new ConfigurationException(
            $"Expected either a dispatcher config or an alias at [{id}] but found [{value}]");
    }

    private MessageDispatcherConfigurator ConfiguratorFor(string id)
    {
        var config = SectionOf(id);
        var kind = config.GetString("type", "Dispatcher");
        return kind switch
        {
            "Dispatcher" or "TaskDispatcher" => new DispatcherConfigurator(config, Prerequisites),
            "ForkJoinDispatcher" => new ForkJoinDispatcherConfigurator(config, Prerequisites),
            "PinnedDispatcher" => new PinnedDispatcherConfigurator(config, Prerequisites),
            "SynchronizedDispatcher" => new CurrentSynchronizationContextDispatcherConfigurator(config, Prerequisites),
            _ => Custom(id, kind, config),
        };
    }

    private MessageDispatcherConfigurator Custom(string id, string kind, Config config)
    {
        var type = Type.GetType(kind) ?? throw new ConfigurationException(
            $"Could not resolve dispatcher type {kind} for path {id}");
        if (!typeof(MessageDispatcherConfigurator).IsAssignableFrom(type)) throw new ConfigurationException(
            $"The type {kind} of dispatcher {id} is no MessageDispatcherConfigurator");
        try
        {
            return (MessageDispatcherConfigurator)Activator.CreateInstance(type, config, Prerequisites)!;
        }
        catch (MissingMethodException e)
        {
            throw new ConfigurationException(
                $"The type {kind} of dispatcher {id} has no constructor with arguments "
                + "(Config, IDispatcherPrerequisites)",
                e);
        }
    }

    private Config SectionOf(string id)
    {
        var config = _system.Settings.Config;
        var name = id[(id.LastIndexOf('.') + 1)..];
        return ConfigurationFactory.ParseString($"id = \"{id}\"")
            .WithFallback(GetConfig(config, id))
            .WithFallback(ConfigurationFactory.ParseString($"name = \"{name}\""))
            .WithFallback(config.GetConfig(DefaultDispatcherId));
    }
}
