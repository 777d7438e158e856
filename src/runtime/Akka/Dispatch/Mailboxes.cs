using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Chooses the mailbox of an actor: by its props, its deployment, its dispatcher, or what its class requires.</summary>
public class Mailboxes
{
    public static readonly string DefaultMailboxId = "akka.actor.default-mailbox";
    public static readonly string NoMailboxRequirement = "";

    private readonly ActorSystem _system;
    private readonly ConcurrentDictionary<string, MailboxType> _types = new();
    private readonly ConcurrentDictionary<Type, Type?> _required = new();
    private readonly ConcurrentDictionary<Choice, MailboxType> _choices = new();
    private readonly Dictionary<Type, string> _bindings = [];
    private readonly MailboxType _default;

    public Mailboxes(ActorSystem system)
    {
        _system = system;
        DeadLetterMailbox = new DeadLetterMailbox(system.DeadLetters);
        ReadBindings();
        _default = Lookup(DefaultMailboxId);
    }

    public DeadLetterMailbox DeadLetterMailbox { get; }

    public bool HasRequiredType(Type actorType) => RequiredBy(actorType) is not null;

    public Type GetRequiredType(Type actorType) => RequiredBy(actorType)!;

    public bool ProducesMessageQueue(Type mailboxType) => QueueOf(mailboxType) is not null;

    /// <exception cref="ConfigurationException">There is no such section, or its mailbox type cannot be made.</exception>
    public MailboxType Lookup(string id) => _types.GetOrAdd(id, static (key, self) => self.Make(key), this);

    public MailboxType LookupByQueueType(Type queueType) =>
        _bindings.TryGetValue(queueType, out var id)
            ? Lookup(id)
            : throw new ConfigurationException($"Mailbox Mapping for [{queueType}] not configured");

    /// <exception cref="ConfigurationException">The chosen mailbox does not make the queue that the actor requires.</exception>
    public MailboxType GetMailboxType(Props props, Config dispatcherConfig)
    {
        var required = RequiredBy(props.Type);
        var asked = props.Deploy.Mailbox;
        if (!string.IsNullOrEmpty(asked) && asked != DefaultMailboxId)
            return Checked(Lookup(asked), required, props.Type);

        var ofDispatcher = dispatcherConfig is null ? null : dispatcherConfig.GetString("mailbox-requirement", "");
        if (required is not null) return LookupByQueueType(required);
        if (string.IsNullOrEmpty(ofDispatcher)) return OfDispatcher(dispatcherConfig) ?? _default;
        return TypeNamed(ofDispatcher) is { } queue ? LookupByQueueType(queue) : _default;
    }

    /// <summary>The stash capacity that the mailbox's or the dispatcher's section gives; -1: none given.</summary>
    public int StashCapacity(string dispatcher, string mailbox)
    {
        var config = _system.Settings.Config;
        foreach (var id in new[] { mailbox, dispatcher })
        {
            var key = id + ".stash-capacity";
            if (!string.IsNullOrEmpty(id) && config.HasPath(key)) return config.GetInt(key);
        }

        var fallback = DefaultMailboxId + ".stash-capacity";
        return config.HasPath(fallback) ? config.GetInt(fallback) : -1;
    }

    /// <summary>As <see cref="GetMailboxType"/>, remembered: a spawn must not read configuration.</summary>
    internal MailboxType MailboxTypeFor(Props props, MessageDispatcher dispatcher)
    {
        var key = new Choice(props.Type, props.Deploy.Mailbox, dispatcher.Configurator.Config);
        if (_choices.TryGetValue(key, out var known)) return known;
        return _choices[key] = GetMailboxType(props, key.Dispatcher!);
    }

    private readonly record struct Choice(Type? Actor, string? Mailbox, Config? Dispatcher);

    private MailboxType? OfDispatcher(Config? dispatcherConfig) =>
        dispatcherConfig is not null && dispatcherConfig.HasPath("mailbox-type")
            ? Lookup(dispatcherConfig.GetString("id"))
            : null;

    private static MailboxType Checked(MailboxType chosen, Type? required, Type actor)
    {
        var produced = QueueOf(chosen.GetType());
        if (required is null || produced is null || required.IsAssignableFrom(produced)) return chosen;
        throw new ArgumentException(
            $"produced message queue type [{produced}] does not fulfill requirement for actor class [{actor}]. Must be a subclass of [{required}].");
    }

    private Type? RequiredBy(Type? actorType) => actorType is null
        ? null
        : _required.GetOrAdd(actorType, static t => TypeArgumentOf(t, typeof(IRequiresMessageQueue<>)));

    private static Type? QueueOf(Type mailboxType) => TypeArgumentOf(mailboxType, typeof(IProducesMessageQueue<>));

    private static Type? TypeArgumentOf(Type type, Type openInterface)
    {
        foreach (var candidate in type.GetInterfaces())
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() == openInterface)
                return candidate.GetGenericArguments()[0];
        }

        return null;
    }

    private void ReadBindings()
    {
        var section = _system.Settings.Config.GetConfig("akka.actor.mailbox.requirements");
        if (section.IsNullOrEmpty()) return;
        foreach (var (key, value) in section.AsEnumerable())
        {
            var type = TypeNamed(key) ?? throw new ConfigurationException(
                $"The message queue type {key} in akka.actor.mailbox.requirements cannot be loaded");
            _bindings[type] = value.GetString();
        }
    }

    private MailboxType Make(string id)
    {
        var all = _system.Settings.Config;
        if (id == "unbounded") return new UnboundedMailbox(_system.Settings, Config.Empty);
        if (!all.HasPath(id)) throw new ConfigurationException($"Mailbox Type [{id}] not configured");
        var config = all.GetConfig(id)
            .WithFallback(ConfigurationFactory.ParseString($"id = \"{id}\""))
            .WithFallback(all.GetConfig(DefaultMailboxId));
        var name = config.GetString("mailbox-type");
        if (string.IsNullOrEmpty(name)) throw new ConfigurationException(
            $"The setting mailbox-type defined in [{id}] is empty");
        var type = TypeNamed(name) ?? throw new ConfigurationException($"Found mailbox-type [{name}] in configuration for [{id}], but could not find that type in any loaded assemblies.");
        return Create(id, type, config);
    }

    private MailboxType Create(string id, Type type, Config config)
    {
        try
        {
            return (MailboxType)Activator.CreateInstance(type, _system.Settings, config)!;
        }
        catch (Exception e) when (e is MissingMethodException or InvalidCastException
            or System.Reflection.TargetInvocationException)
        {
            throw new ArgumentException(
                $"Cannot instantiate MailboxType [{type}], defined in [{id}]. Make sure it has a public constructor with [Akka.Actor.Settings, Akka.Configuration.Config] parameters", e);
        }
    }

    // names in the defaults carry no assembly; they are of this one
    private static Type? TypeNamed(string name)
    {
        var plain = name.Trim('"');
        return Type.GetType(plain) ?? typeof(Mailboxes).Assembly.GetType(plain);
    }
}
