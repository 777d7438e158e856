using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Util;

namespace Akka.Actor.Internal;

/// <summary>The actor system: puts its parts together in order, and takes them apart again.</summary>
public class ActorSystemImpl : ExtendedActorSystem
{
    private readonly Settings _settings;
    private readonly EventStream _eventStream;
    private readonly IScheduler _scheduler;
    private readonly LocalActorRefProvider _provider;
    private readonly Mailboxes _mailboxes;
    private readonly Dispatchers _dispatchers;
    private readonly Extensions _extensions;
    private readonly TerminationCallbacks _terminationCallbacks = new();
    private readonly TaskCompletionSource _whenTerminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILoggingAdapter _log;
    private int _terminating;

    public ActorSystemImpl(string name) : this(name, ConfigurationFactory.Default(), ActorSystemSetup.Empty)
    {
    }

    /// <exception cref="ArgumentException">The name is not valid.</exception>
    /// <exception cref="ConfigurationException">The configuration does not fit.</exception>
    public ActorSystemImpl(string name, Config config, ActorSystemSetup setup, Option<Props>? guardianProps = null)
    {
        Check(name, config);
        Name = name;
        GuardianProps = guardianProps ?? Option<Props>.None;
        _settings = new Settings(this, config, setup);
        CheckProvider(_settings.ProviderClass);
        _eventStream = new EventStream(_settings.DebugEventStream);
        _eventStream.StartStdoutLogger(_settings);
        _log = new BusLogging(_eventStream, $"ActorSystem({name})", GetType(), _settings.LogFormatter);
        ActorPipelineResolver = new ActorProducerPipelineResolver(() => Log);
        _scheduler = CreateScheduler();
        _provider = new LocalActorRefProvider(name, _settings, _eventStream);
        _mailboxes = new Mailboxes(this);
        _dispatchers = new Dispatchers(
            this, new DefaultDispatcherPrerequisites(_eventStream, _scheduler, _settings, _mailboxes), _log);
        _extensions = new Extensions(this);
    }

    public override string Name { get; }

    public Option<Props> GuardianProps { get; }

    public override Settings Settings => _settings;

    public override EventStream EventStream => _eventStream;

    public override IScheduler Scheduler => _scheduler;

    public override IActorRefProvider Provider => _provider;

    public override ActorProducerPipelineResolver ActorPipelineResolver { get; }

    public override IActorRef DeadLetters => _provider.DeadLetters;

    public override IActorRef IgnoreRef => _provider.IgnoreRef;

    public override Dispatchers Dispatchers => _dispatchers;

    public override Mailboxes Mailboxes => _mailboxes;

    public override ILoggingAdapter Log => _log;

    public override IInternalActorRef Guardian => _provider.Guardian;

    public override IInternalActorRef SystemGuardian => _provider.SystemGuardian;

    public override IInternalActorRef LookupRoot => _provider.RootGuardian;

    /// <summary>Completes when the last actor has stopped, callbacks have run and threads are given back.</summary>
    public override Task WhenTerminated => _whenTerminated.Task;

    internal bool IsTerminating => Volatile.Read(ref _terminating) != 0;

    /// <summary>Starts guardians, loggers and the extensions that configuration names.</summary>
    public void Start()
    {
        try
        {
            _provider.Init(this);
            _ = TakeApartWhenTerminated();
            _eventStream.StartDefaultLoggers(this);
            _extensions.LoadConfigured();
            if (_settings.LogDeadLetters > 0) StartDeadLetterListener();
            _eventStream.StartUnsubscriber(this);
            if (_settings.LogConfigOnStart) _log.Info(_settings.ToString());
        }
        catch
        {
            // a system that cannot start leaves no threads behind
            if (_provider.Guardian is null) (_scheduler as IDisposable)?.Dispose();
            else FinalTerminate();
            throw;
        }
    }

    public override IActorRef ActorOf(Props props, string? name = null) => GuardianProps.IsEmpty
        ? _provider.Guardian.Cell.AttachChild(props, false, name)
        : throw new InvalidOperationException(
            $"cannot create top-level actor {(string.IsNullOrEmpty(name) ? "" : $"[{name} ]")}"
            + "from the outside on ActorSystem with custom user guardian");

    public override IActorRef SystemActorOf(Props props, string? name = null) =>
        _provider.SystemGuardian.Cell.AttachChild(props, true, name);

    public override IActorRef SystemActorOf<TActor>(string? name = null) => SystemActorOf(Props.Create<TActor>(), name);

    public override ActorSelection ActorSelection(ActorPath actorPath) =>
        ActorRefFactoryShared.ActorSelection(actorPath, this);

    public override ActorSelection ActorSelection(string actorPath) =>
        ActorRefFactoryShared.ActorSelection(actorPath, this, _provider.RootGuardian);

    public override void Stop(IActorRef actor)
    {
        var parent = actor.Path.Parent;
        if (parent == Guardian.Path) Guardian.Tell(new StopChild(actor), ActorRefs.NoSender);
        else if (parent == SystemGuardian.Path) SystemGuardian.Tell(new StopChild(actor), ActorRefs.NoSender);
        else ((IInternalActorRef)actor).Stop();
    }

    public override Task Terminate() => _settings.CoordinatedShutdownRunByActorSystemTerminate
        ? CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance)
        : FinalTerminate();

    public override void Abort() => FinalTerminate();

    public override void RegisterOnTermination(Action code) => _terminationCallbacks.Add(code);

    public override object RegisterExtension(IExtensionId extension) => _extensions.Register(extension);

    public override object GetExtension(IExtensionId extensionId) => _extensions.Get(extensionId);

    public override T GetExtension<T>() => _extensions.TryGet(typeof(T), out var found) ? (T)found! : null!;

    public override bool HasExtension(Type type) =>
        typeof(IExtension).IsAssignableFrom(type) && _extensions.Has(type);

    public override bool HasExtension<T>() => HasExtension(typeof(T));

    public override bool TryGetExtension(Type extensionType, out object extension) =>
        _extensions.TryGet(extensionType, out extension!);

    public override bool TryGetExtension<T>(out T extension)
    {
        extension = (_extensions.TryGet(typeof(T), out var found) ? (T)found! : null)!;
        return extension is not null;
    }

    public override string PrintTree() => TreePrinter.Print(_provider.RootGuardian);

    public override string ToString() => LookupRoot.Path.Root.Address.ToString();

    internal Task FinalTerminate()
    {
        if (Interlocked.Exchange(ref _terminating, 1) == 0)
        {
            _log.Debug("System shutdown initiated");
            if (!_settings.LogDeadLettersDuringShutdown) StopDeadLetterListener();
            _provider.Guardian.Stop();
        }

        return WhenTerminated;
    }

    private void StartDeadLetterListener()
    {
        var listener = SystemActorOf(Props.Create<DeadLetterListener>(), "deadLetterListener");

        // Before anyone has the system: until its own PreStart ran, what goes to dead letters would not be logged.
        DeadLetterListener.Subscribe(_eventStream, listener);
    }

    private void StopDeadLetterListener()
    {
        var listener = _provider.SystemGuardian.Cell.GetChildByName("deadLetterListener");
        if (!listener.IsNobody()) Stop(listener);
    }

    private async Task TakeApartWhenTerminated()
    {
        await _provider.TerminationTask.ConfigureAwait(false);
        _terminationCallbacks.Run(_log);
        (_scheduler as IDisposable)?.Dispose();
        _whenTerminated.TrySetResult();
    }

    private static void CheckProvider(string providerClass)
    {
        var type = Type.GetType(providerClass) ?? throw new ConfigurationException(
            $"'akka.actor.provider' is not a valid type name : '{providerClass}'");
        if (type != typeof(LocalActorRefProvider))
        {
            throw new ConfigurationException(
                $"'akka.actor.provider' is not a valid actor ref provider: '{providerClass}'");
        }
    }

    private IScheduler CreateScheduler()
    {
        var type = Type.GetType(_settings.SchedulerClass, throwOnError: true)!;
        return (IScheduler)Activator.CreateInstance(type, _settings.Config, _log)!;
    }

    private static void Check(string name, Config config)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsValidName(name))
        {
            throw new ArgumentException(
                $"Invalid ActorSystem name [{name}], must contain only word characters "
                + "(i.e. [a-zA-Z0-9] plus non-leading '-')",
                nameof(name));
        }

        if (config is null)
        {
            throw new ArgumentNullException(
                nameof(config), $"Cannot create {typeof(ActorSystemImpl)}: Configuration must not be null.");
        }
    }

    private static bool IsValidName(string name)
    {
        if (name.Length == 0 || !char.IsAsciiLetterOrDigit(name[0])) return false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not '-') return false;
        }

        return true;
    }
}
