using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>Chooses an actor's mailbox: by props, deployment, dispatcher, or what its class requires.</summary>
public class Mailboxes
{
    public static readonly string DefaultMailboxId = "akka.actor.default-mailbox";
    public static readonly string NoMailboxRequirement = "";

    private readonly ActorSystem _system;
    private readonly ConcurrentDictionary<string, MailboxType> _types = new();
    private readonly ConcurrentDictionary<Type, Type?> _required = new();
    private readonly ConcurrentDictionary<Choice, MailboxType> _choices = new();
    private readonly ConcurrentDictionary<(string Dispatcher, string Mailbox), int> _stashCapacities = new();
    private readonly Dictionary<Type, string> _bindings = [];
    private readonly MailboxType _default;
    private bool _hasWarnedOfBlocking;
    private bool _hasWarnedOfSize;

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

    /// <exception cref="ConfigurationException">There is no such section, or its type cannot be made.</exception>
    public MailboxType Lookup(string id) => _types.GetOrAdd(id, static (key, self) => self.Make(key), this);

    public MailboxType LookupByQueueType(Type queueType) =>
        _bindings.TryGetValue(queueType, out var id)
            ? Lookup(id)
            : throw new ConfigurationException($"Mailbox Mapping for [{queueType}] not configured");

    /// <summary>The mailbox that the props name, else that of their dispatcher's section, else the one bound to what
    /// the actor's class requires, else to what the dispatcher requires, else the default one.</summary>
    /// <exception cref="ArgumentException">The chosen mailbox does not make the queue that is required.</exception>
    public MailboxType GetMailboxType(Props props, Config dispatcherConfig)
    {
        var dispatcher = dispatcherConfig ?? Config.Empty;
        WarnOfSize(dispatcher);
        var demand = new MailboxDemand(props.Type, RequiredBy(props.Type), dispatcher, RequiredBy(dispatcher));
        if (props.Deploy.Mailbox != Deploy.NoMailboxGiven) return demand.Check(Lookup(props.Deploy.Mailbox));
        if (props.Deploy.Dispatcher != Deploy.NoDispatcherGiven && HasMailbox(dispatcher))
            return demand.Check(Lookup(dispatcher.GetString("id")));
        if (demand.OfActor is { } required)
        {
            try
            {
                return demand.Check(LookupByQueueType(required));
            }
            catch (Exception) when (demand.OfDispatcher is not null)
            {
                // the dispatcher's own requirement may name a mailbox that fulfils both
            }
        }

        return demand.OfDispatcher is null ? _default : demand.Check(LookupByQueueType(demand.OfDispatcher));
    }

    /// <summary>The stash capacity that the mailbox's or the dispatcher's section gives; -1: none given.</summary>
    public int StashCapacity(string dispatcher, string mailbox) => _stashCapacities.GetOrAdd(
        (dispatcher, mailbox), static (key, self) => self.ReadStashCapacity(key.Dispatcher, key.Mailbox), this);

    // A dispatcher that code has registered need not be in the configuration.
    private int ReadStashCapacity(string dispatcher, string mailbox)
    {
        var config = _system.Settings.Config;
        if (mailbox != DefaultMailboxId && StashCapacityIn(config.GetConfig(mailbox)) is { } own) return own;
        var ofDispatcher = config.HasPath(dispatcher)
            ? StashCapacityIn(Dispatchers.GetConfig(config, dispatcher))
            : null;
        return ofDispatcher ?? StashCapacityIn(config.GetConfig(DefaultMailboxId)) ?? -1;
    }

    /// <summary>As <see cref="GetMailboxType"/>, remembered: a spawn must not read configuration.</summary>
    internal MailboxType MailboxTypeFor(Props props, MessageDispatcher dispatcher)
    {
        var key = new Choice(props.Type, props.Deploy.Mailbox, dispatcher.Configurator.Config);
        if (_choices.TryGetValue(key, out var known)) return known;
        return _choices[key] = GetMailboxType(props, key.Dispatcher!);
    }

    private readonly record struct Choice(Type? Actor, string? Mailbox, Config? Dispatcher);

    private static int? StashCapacityIn(Config? section) =>
        section is not null && section.HasPath("stash-capacity") ? section.GetInt("stash-capacity") : null;

    private static bool HasMailbox(Config dispatcher) =>
        !string.IsNullOrEmpty(dispatcher.GetString("mailbox-type", ""));

    private static Type? RequiredBy(Config dispatcher)
    {
        var name = dispatcher.GetString("mailbox-requirement", NoMailboxRequirement);
        if (string.IsNullOrEmpty(name)) return null;
        return TypeNamed(name) ?? throw new TypeLoadException($"Could not load type '{name}'.");
    }

    private Type? RequiredBy(Type? actorType) => actorType is null
        ? null
        : _required.GetOrAdd(actorType, static t => TypeArgumentOf(t, typeof(IRequiresMessageQueue<>)));

    internal static Type? QueueOf(Type mailboxType) => TypeArgumentOf(mailboxType, typeof(IProducesMessageQueue<>));

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
            if (TypeNamed(key) is { } type) _bindings[type] = value.GetString();
            else Warn($"Mailbox Requirement mapping [{key}] is not an actual type");
        }
    }

    private MailboxType Make(string id)
    {
        var all = _system.Settings.Config;
        if (id == "unbounded") return new UnboundedMailbox(_system.Settings, Config.Empty);
        if (id == "bounded") return new BoundedMailbox(_system.Settings, SectionOf(id));
        if (!all.HasPath(id)) throw new ConfigurationException($"Mailbox Type [{id}] not configured");
        var config = SectionOf(id);
        var name = config.GetString("mailbox-type");
        if (string.IsNullOrEmpty(name)) throw new ConfigurationException(
            $"The setting mailbox-type defined in [{id}] is empty");
        var type = TypeNamed(name) ?? throw new ConfigurationException(
            $"Found mailbox-type [{name}] in configuration for [{id}], "
            + "but could not find that type in any loaded assemblies.");
        var mailbox = Create(id, type, config);
        WarnOfBlocking(id, mailbox);
        return mailbox;
    }

    private Config SectionOf(string id)
    {
        var all = _system.Settings.Config;
        return ConfigurationFactory.ParseString($"id = \"{id}\"")
            .SafeWithFallback(all.GetConfig(id))
            .SafeWithFallback(all.GetConfig(DefaultMailboxId));
    }

    private void WarnOfBlocking(string id, MailboxType mailbox)
    {
        if (mailbox is not IProducesPushTimeoutSemanticsMailbox { PushTimeout: var time }) return;
        if (time <= TimeSpan.Zero) return;
        if (Interlocked.Exchange(ref _hasWarnedOfBlocking, true)) return;
        Warn($"Configured potentially-blocking mailbox [{id}] configured with non-zero PushTimeOut ({time}), "
            + "which can lead to blocking behavior when sending messages to this mailbox. "
            + $"Avoid this by setting `{id}.mailbox-push-timeout-time` to `0`.");
    }

    private void WarnOfSize(Config dispatcher)
    {
        if (dispatcher.IsEmpty || HasMailbox(dispatcher) || !dispatcher.HasPath("mailbox-size")) return;
        if (Interlocked.Exchange(ref _hasWarnedOfSize, true)) return;
        Warn($"Ignoring setting 'mailbox-size for dispatcher [{dispatcher.GetString("id")}], "
            + "you need to specify 'mailbox-type=bounded`");
    }

    private void Warn(string text) => _system.EventStream.Publish(new Warning("mailboxes", GetType(), text));

    private MailboxType Create(string id, Type type, Config config)
    {
        try
        {
            return (MailboxType)Activator.CreateInstance(type, _system.Settings, config)!;
        }
        catch (Exception e)
        {
            throw new ArgumentException(
                $"Cannot instantiate MailboxType {type}, defined in [{id}]. Make sure it has a public constructor "
                + "with [Akka.Actor.Settings, Akka.Configuration.Config] parameters",
                e);
        }
    }

    // names in the defaults carry no assembly; they are of this one
    private static Type? TypeNamed(string name)
    {
        var plain = name.Trim('"');
        return Type.GetType(plain) ?? typeof(Mailboxes).Assembly.GetType(plain);
    }
}
