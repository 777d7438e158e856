using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// A system with an actor in it that belongs to the test: what it receives is queued, and the test takes it from the
/// queue with its expectations. Each expectation exists once; a flag says whether the caller blocks or awaits, so that
/// one that blocks never leaves the thread of the test.
/// </summary>
public abstract partial class TestKitBase : IActorRefFactory
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StartPollInterval = TimeSpan.FromMilliseconds(1);
    private static int _testActorCount;

    private readonly ITestKitAssertions _assertions;
    private TestQueue _queue = null!;
    private MessageEnvelope _lastMessage = NullMessageEnvelope.Instance;
    private TimeSpan? _end;

    // A Within block whose last expectation waited for the end of the block ends a little later than it may.
    private bool _tookAllTime;

    protected TestKitBase(ITestKitAssertions assertions, ActorSystem? system = null, string? testActorName = null)
        : this(assertions, system, SetupOf(DefaultConfig), null, testActorName)
    {
    }

    protected TestKitBase(
        ITestKitAssertions assertions,
        ActorSystemSetup setup,
        string? actorSystemName = null,
        string? testActorName = null)
        : this(assertions, null, setup, actorSystemName, testActorName)
    {
    }

    protected TestKitBase(
        ITestKitAssertions assertions, Config config, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, null, SetupOf(config), actorSystemName, testActorName)
    {
    }

    protected TestKitBase(
        ITestKitAssertions assertions,
        ActorSystem? system,
        ActorSystemSetup config,
        string? actorSystemName,
        string? testActorName)
    {
        if (assertions is null)
            throw new ArgumentNullException(nameof(assertions), "The supplied assertions must not be null.");

        _assertions = assertions;
        InitializeTest(system, config, actorSystemName, testActorName);
    }

    public static Config DefaultConfig { get; }
        = ConfigurationFactory.FromResource<TestKitBase>("Akka.TestKit.Internal.Reference.conf");

    public static Config FullDebugConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka.log-dead-letters-during-shutdown = true
        akka.actor.debug.receive = true
        akka.actor.debug.autoreceive = true
        akka.actor.debug.lifecycle = true
        akka.actor.debug.event-stream = true
        akka.actor.debug.unhandled = true
        akka.actor.debug.fsm = true
        akka.actor.debug.router-misconfiguration = true
        akka.log-dead-letters = true
        akka.loglevel = DEBUG
        akka.stdout-loglevel = DEBUG
        """);

    public static TimeSpan Now => TimeSpan.FromTicks(DateTime.UtcNow.Ticks);

    public EventFilterFactory EventFilter { get; private set; } = null!;

    public bool HasMessages => _queue.Count > 0;

    public object LastMessage => _lastMessage.Message;

    public IActorRef LastSender => _lastMessage.Sender;

    public ILoggingAdapter Log { get; private set; } = null!;

    public ActorSystem Sys { get; private set; } = null!;

    public IActorRef TestActor { get; private set; } = null!;

    public TestKitSettings TestKitSettings { get; private set; } = null!;

    public EventFilterFactory CreateEventFilter(ActorSystem system) => new(this, system);

    public IActorRef CreateTestActor(string name) => CreateTestActor(Sys, name);

    public TestBarrier CreateTestBarrier(int count) => new(this, count, TestKitSettings.DefaultTimeout);

    public virtual TestLatch CreateTestLatch(int count = 1)
        => TestLatch.WithDilation(Dilated, TestKitSettings.DefaultTimeout, count);

    public virtual TestProbe CreateTestProbe(string? name = null) => CreateTestProbe(Sys, name);

    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null)
        => new(system, _assertions, name);

    protected virtual void InitializeTest(
        ActorSystem? system, ActorSystemSetup config, string? actorSystemName, string? testActorName)
    {
        Sys = system ?? ActorSystem.Create(actorSystemName ?? "test", WithDefaults(config));
        EnsureSettings(Sys);
        Sys.RegisterExtension(new TestKitExtension());
        Sys.RegisterExtension(new TestKitAssertionsExtension(_assertions));

        TestKitSettings = TestKitExtension.For(Sys);
        Log = Logging.GetLogger(Sys, GetType());
        EventFilter = new EventFilterFactory(this);
        _queue = new TestQueue();
        _lastMessage = NullMessageEnvelope.Instance;
        _end = null;

        TestActor = CreateTestActor(
            Sys, string.IsNullOrEmpty(testActorName) ? NextTestActorName() : testActorName);
        AwaitStart(TestActor);
        SetImplicitSender();
    }

    protected void InitializeTest(
        ActorSystem? system, Config config, string? actorSystemName, string? testActorName)
        => InitializeTest(system, SetupOf(config), actorSystemName, testActorName);

    private static ActorSystemSetup SetupOf(Config config)
        => ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config));

    private static ActorSystemSetup WithDefaults(ActorSystemSetup setup)
    {
        var bootstrap = setup.Get<BootstrapSetup>().GetOrElse(BootstrapSetup.Create());
        var config = bootstrap.Config.HasValue && !ReferenceEquals(bootstrap.Config.Value, DefaultConfig)
            ? bootstrap.Config.Value.WithFallback(DefaultConfig)
            : DefaultConfig;
        return setup.WithSetup(bootstrap.WithConfig(config));
    }

    // A system that the test made itself need not know of the TestKit.
    private static void EnsureSettings(ActorSystem system)
    {
        if (!system.Settings.Config.HasPath("akka.test.timefactor"))
            system.Settings.InjectTopLevelFallback(DefaultConfig);

        foreach (var id in new[] { CallingThreadDispatcher.Id, TestActorDispatcher })
        {
            if (!system.Dispatchers.HasDispatcher(id))
                RegisterDispatcher(system, id);
        }
    }

    private static void RegisterDispatcher(ActorSystem system, string id)
    {
        var configurator = new CallingThreadDispatcherConfigurator(
            system.Settings.Config.GetConfig(id), system.Dispatchers.Prerequisites);
        system.Dispatchers.RegisterConfigurator(id, configurator);
    }

    private static string NextTestActorName() => $"testActor{Interlocked.Increment(ref _testActorCount)}";

    private const string TestActorDispatcher = "akka.test.test-actor.dispatcher";

    private IActorRef CreateTestActor(ActorSystem system, string name)
    {
        var props = Props.Create(typeof(InternalTestActor), _queue).WithDispatcher(TestActorDispatcher);
        return ((ExtendedActorSystem)system).SystemActorOf(props, name);
    }

    // Its guardian starts it, on another thread, and until then it is not the implicit sender that the test expects.
    private static void AwaitStart(IActorRef testActor)
    {
        if (testActor is not IRepointableRef repointable)
            return;

        var started = InternalAwaitCondition(
            () => repointable.IsStarted, StartTimeout, StartPollInterval, static (_, _) => { });
        if (!started)
            throw new TimeoutException($"The test actor {testActor} did not start within {StartTimeout}");
    }

    private void SetImplicitSender()
    {
        // A probe is made in the middle of a test, whose sender it must not change.
        if (this is TestProbe)
            return;

        AmbientCell.Install(
            this is INoImplicitSender ? null : ((ActorRefWithCell)TestActor).Underlying as ActorCell);
    }

    private void Trace(string format, params object?[] args)
    {
        if (TestKitSettings.LogTestKitCalls)
            Log.Debug(format, args);
    }

    /// <summary>The result of an expectation that blocked: it has completed on this thread.</summary>
    private static T Completed<T>(ValueTask<T> task) => task.GetAwaiter().GetResult();

    private static void Completed(ValueTask task) => task.GetAwaiter().GetResult();

    private static List<T> Collect<T>(IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        var enumerator = source.GetAsyncEnumerator(CancellationToken.None);
        try
        {
            while (Completed(enumerator.MoveNextAsync()))
                items.Add(enumerator.Current);
        }
        finally
        {
            Completed(enumerator.DisposeAsync());
        }

        return items;
    }

    private static async ValueTask Pause(bool blocking, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (!blocking)
            await Task.Delay(duration, cancellationToken).ConfigureAwait(false);
        else if (cancellationToken.WaitHandle.WaitOne(duration))
            throw new TaskCanceledException(null, null, cancellationToken);
    }
}
