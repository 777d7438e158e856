using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Routing;

namespace Akka.Actor;

/// <summary>Creates and resolves the references of a system that lives in one process.</summary>
public sealed class LocalActorRefProvider : IActorRefProvider
{
    private readonly Dictionary<string, IInternalActorRef> _extraNames = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<Status> _terminated =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EventStream _eventStream;
    private readonly ActorPath _tempPath;
    private ActorSystemImpl _system = null!;
    private RootGuardianActorRef _rootGuardian = null!;
    private VirtualPathContainer _tempContainer = null!;
    private ILoggingAdapter? _log;
    private long _tempNumber;

    public LocalActorRefProvider(string systemName, Settings settings, EventStream eventStream)
        : this(systemName, settings, eventStream, null!, null!)
    {
    }

    public LocalActorRefProvider(
        string systemName, Settings settings, EventStream eventStream, Deployer deployer,
        Func<ActorPath, IInternalActorRef> deadLettersFactory)
    {
        Settings = settings;
        _eventStream = eventStream;
        Deployer = deployer ?? new Deployer(settings);
        RootPath = new RootActorPath(new Address("akka", systemName));
        _tempPath = RootPath / "temp";
        var deadLettersPath = RootPath / "deadLetters";
        DeadLetters = deadLettersFactory is null
            ? new DeadLetterActorRef(this, deadLettersPath, eventStream)
            : deadLettersFactory(deadLettersPath);
        IgnoreRef = new IgnoreActorRef(this);
    }

    public IActorRef DeadLetters { get; }

    public IActorRef IgnoreRef { get; }

    public Deployer Deployer { get; }

    public Settings Settings { get; }

    public ActorPath RootPath { get; }

    public Address DefaultAddress => RootPath.Address;

    public IInternalActorRef RootGuardian => _rootGuardian;

    public LocalActorRef Guardian { get; private set; } = null!;

    public LocalActorRef SystemGuardian { get; private set; } = null!;

    public IInternalActorRef TempContainer => _tempContainer;

    public Task TerminationTask => _terminated.Task;

    public EventStream EventStream => _eventStream;

    public ILoggingAdapter Log =>
        _log ??= Logging.GetLogger(_eventStream, $"LocalActorRefProvider({RootPath.Address})");

    public IActorRef RootGuardianAt(Address address) =>
        address == RootPath.Address ? _rootGuardian : DeadLetters;

    public void Init(ActorSystemImpl system)
    {
        _system = system;
        var supervisor = new RootGuardianSupervisor((RootActorPath)RootPath, this, _terminated, Log);
        _rootGuardian = new RootGuardianActorRef(
            system, Props.Create<GuardianActor>(RootStrategy()), InternalDispatcher, Unbounded, supervisor, RootPath,
            (IInternalActorRef)DeadLetters, _extraNames);
        _tempContainer = new VirtualPathContainer(this, _tempPath, _rootGuardian);
        _rootGuardian.SetTempContainer(_tempContainer);
        _rootGuardian.Start();
        Guardian = CreateTopLevel("user", GuardianProps());
        SystemGuardian = CreateTopLevel(
            "system",
            Props.Create(typeof(SystemGuardianActor), Guardian)
                .WithSupervisorStrategy(SupervisorStrategy.DefaultStrategy));
        Guardian.Start();
        SystemGuardian.Start();
        // /system outlives /user, and the root ends with /system
        SystemGuardian.SendSystemMessage(new Watch(Guardian, SystemGuardian));
        _rootGuardian.SendSystemMessage(new Watch(SystemGuardian, _rootGuardian));
    }

    public IInternalActorRef ActorOf(
        ActorSystemImpl system, Props props, IInternalActorRef supervisor, ActorPath path, bool systemService,
        Deploy deploy, bool lookupDeploy, bool async)
    {
        var configured = lookupDeploy ? Deployer.Lookup(path) : null;
        if (props.RouterConfig is not NoRouter)
            return RoutedActorRef.Create(system, props, supervisor, path, deploy, configured);
        props = Deployed(props, path, deploy, configured);
        if (props.Deploy.Dispatcher.Length > 0 && !system.Dispatchers.HasDispatcher(props.Dispatcher))
            throw new ConfigurationException($"Dispatcher [{props.Dispatcher}] not configured for path {path}");
        try
        {
            var dispatcher = system.Dispatchers.LookupFor(props);
            var mailboxType = system.Mailboxes.MailboxTypeFor(props, dispatcher);
            return async
                ? new RepointableActorRef(system, props, dispatcher, mailboxType, supervisor, path).Initialize(async)
                : new LocalActorRef(system, props, dispatcher, mailboxType, supervisor, path);
        }
        catch (Exception e)
        {
            throw new ConfigurationException(
                $"Configuration problem while creating [{path}] with dispatcher [{props.Dispatcher}] "
                + $"and mailbox [{props.Mailbox}]",
                e);
        }
    }

    public ActorPath TempPath() => _tempPath / ActorCell.NameOf(Interlocked.Increment(ref _tempNumber) - 1);

    public void RegisterTempActor(IInternalActorRef actorRef, ActorPath path)
    {
        if (path.Parent != _tempPath)
        {
            throw new InvalidOperationException(
                "Cannot RegisterTempActor() with anything not obtained from tempPath()");
        }

        _tempContainer.AddChild(path.Name, actorRef);
    }

    public void UnregisterTempActor(ActorPath path)
    {
        if (path.Parent != _tempPath)
        {
            throw new InvalidOperationException(
                "Cannot UnregisterTempActor() with anything not obtained from tempPath()");
        }

        _tempContainer.RemoveChild(path.Name);
    }

    public FutureActorRef<T> CreateFutureRef<T>(TaskCompletionSource<T> tcs) => new(tcs, TempPath(), this);

    /// <summary>Adds a name below the root that is no actor of its own.</summary>
    public void RegisterExtraName(string name, IInternalActorRef actor) => _extraNames.Add(name, actor);

    public IActorRef ResolveActorRef(string path)
    {
        if (ActorPath.TryParse(path, out var parsed) && parsed.Address == RootPath.Address)
            return ResolveActorRef(parsed);
        Log.Debug("Resolve of unknown path [{0}] failed. Invalid format.", path);
        return DeadLetters;
    }

    public IActorRef ResolveActorRef(ActorPath path)
    {
        if (path.Root != RootPath)
        {
            Log.Debug("Resolve of foreign ActorPath [{0}] failed", path);
            return DeadLetters;
        }

        var elements = path.ElementsWithUid;
        if (elements.Count == 0 || (elements.Count == 1 && elements[0].Length == 0)) return _rootGuardian;
        var found = _rootGuardian.GetChild(elements);
        if (!found.IsNobody()) return found;
        Log.Debug("Resolve of path sequence [/{0}] failed", string.Join("/", elements));
        return new EmptyLocalActorRef(_system.Provider, path, _eventStream);
    }

    public Address GetExternalAddressFor(Address address) => address == RootPath.Address ? address : null!;

    private MessageDispatcher InternalDispatcher => _system.Dispatchers.Lookup(Dispatchers.InternalDispatcherId);

    private static MailboxType Unbounded { get; } = new UnboundedMailbox();

    private LocalActorRef CreateTopLevel(string name, Props props)
    {
        var path = new ChildActorPath(RootPath, name, ActorCell.UndefinedUid);
        var guardian = new LocalActorRef(_system, props, InternalDispatcher, Unbounded, _rootGuardian, path);
        _rootGuardian.Cell.AddGuardian(guardian);
        return guardian;
    }

    private OneForOneStrategy RootStrategy() => new(cause =>
    {
        Log.Error(cause, "Guardian failed. Shutting down system");
        return Directive.Stop;
    });

    private Props GuardianProps() => _system.GuardianProps.HasValue
        ? _system.GuardianProps.Value!
        : Props.Create<GuardianActor>(GuardianStrategy());

    private SupervisorStrategy GuardianStrategy() =>
        SupervisorStrategyConfigurator.CreateConfigurator(Settings.SupervisorStrategyClass).Create();

    // only code makes an actor a router: the configuration can say which one, and nothing to an actor that is none
    private Props Deployed(Props props, ActorPath path, Deploy? deploy, Deploy? configured)
    {
        if (configured is not null)
        {
            if (Settings.DebugRouterMisconfiguration && configured.RouterConfig is not NoRouter)
            {
                Log.Warning(
                    "Configuration says that [{0}] should be a router, but code disagrees. "
                    + "Remove the config or add a RouterConfig to its Props.",
                    path);
            }

            props = props.WithDeploy(configured.WithRouterConfig(NoRouter.Instance));
        }

        return deploy is null ? props : props.WithDeploy(deploy.WithRouterConfig(NoRouter.Instance));
    }
}
