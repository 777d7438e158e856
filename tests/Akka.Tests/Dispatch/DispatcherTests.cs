using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Tests.Actor;

namespace Akka.Tests.Dispatch;

public class DispatcherTests() : KitTest(
    $$"""
    plain {
      throughput = 17
    }
    with-deadline {
      type = Dispatcher
      throughput-deadline-time = 5ms
    }
    pinned {
      type = PinnedDispatcher
    }
    fork-join {
      type = ForkJoinDispatcher
      throughput = 3
      dedicated-thread-pool.thread-count = 2
    }
    task {
      type = TaskDispatcher
    }
    own {
      type = "{{typeof(OwnConfigurator).AssemblyQualifiedName}}"
      greeting = hello
    }
    alias = plain
    alias-of-alias = alias
    circle = circle
    list = [1, 2]
    broken-type.type = "No.Such.Type, Nowhere"
    broken-executor {
      executor = "No.Such.Executor, Nowhere"
    }
    akka.actor.deployment {
      "/deployed" {
        dispatcher = plain
      }
    }
    """)
{
    [Fact]
    public void Is_the_default_one_unless_another_is_named()
    {
        var dispatcher = Dispatchers.DefaultGlobalDispatcher;

        Assert.Same(dispatcher, Dispatchers.Lookup(Akka.Dispatch.Dispatchers.DefaultDispatcherId));
        Assert.Equal("akka.actor.default-dispatcher", dispatcher.Id);
        Assert.Equal(30, dispatcher.Throughput);
    }

    [Fact]
    public void Takes_what_its_section_does_not_say_from_the_default()
    {
        var dispatcher = Dispatchers.Lookup("plain");

        Assert.IsType<Dispatcher>(dispatcher);
        Assert.Equal(("plain", 17), (dispatcher.Id, dispatcher.Throughput));
        Assert.Null(dispatcher.ThroughputDeadlineTime);
        Assert.Equal(TimeSpan.FromSeconds(1), dispatcher.ShutdownTimeout);
    }

    [Fact]
    public void Has_a_deadline_when_its_section_says_so() => Assert.Equal(
        TimeSpan.FromMilliseconds(5).Ticks, Dispatchers.Lookup("with-deadline").ThroughputDeadlineTime);

    [Fact]
    public void Is_the_same_one_at_each_look_up() =>
        Assert.Same(Dispatchers.Lookup("plain"), Dispatchers.Lookup("plain"));

    [Theory]
    [InlineData("alias")]
    [InlineData("alias-of-alias")]
    public void Is_shared_by_all_its_aliases(string alias) =>
        Assert.Same(Dispatchers.Lookup("plain"), Dispatchers.Lookup(alias));

    [Fact]
    public void Refuses_aliases_that_go_round_in_a_circle() => Assert.Equal(
        "Could not find a concrete dispatcher config after following 20 deep. "
        + "Is there a circular reference in your config? Last followed Id was [circle]",
        Assert.Throws<ConfigurationException>(() => Dispatchers.Lookup("circle")).Message);

    [Theory]
    [InlineData("nowhere", "Dispatcher nowhere not configured.")]
    [InlineData("list", "Expected either a dispatcher config or an alias at [list] but found [[1,2]]")]
    [InlineData("broken-type", "Could not resolve dispatcher type No.Such.Type, Nowhere for path broken-type")]
    [InlineData(
        "broken-executor",
        "Could not resolve executor service configurator type No.Such.Executor, Nowhere for path broken-executor")]
    public void Names_what_is_wrong_with_a_section(string id, string message) =>
        Assert.Equal(message, Assert.Throws<ConfigurationException>(() => Dispatchers.Lookup(id)).Message);

    [Fact]
    public void Is_there_when_configuration_or_registration_says_so()
    {
        Assert.True(Dispatchers.HasDispatcher("plain"));
        Assert.False(Dispatchers.HasDispatcher("registered"));
        var configurator = new OwnConfigurator(Dispatchers.DefaultDispatcherConfig, Dispatchers.Prerequisites);

        Assert.True(Dispatchers.RegisterConfigurator("registered", configurator));
        Assert.False(Dispatchers.RegisterConfigurator("registered", configurator));

        Assert.True(Dispatchers.HasDispatcher("registered"));
        Assert.Same(configurator.Dispatcher(), Dispatchers.Lookup("registered"));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("pinned")]
    [InlineData("fork-join")]
    [InlineData("task")]
    [InlineData("own")]
    [InlineData("alias-of-alias")]
    [InlineData("akka.actor.internal-dispatcher")]
    [InlineData("akka.actor.default-blocking-io-dispatcher")]
    public void Runs_the_actors_that_name_it(string id)
    {
        var actor = Sys.ActorOf(Props.Create(() => new Telling()).WithDispatcher(id));

        for (var i = 0; i < 100; i++) actor.Tell(i);

        for (var i = 0; i < 100; i++) ExpectMsg(i);
    }

    [Fact]
    public void Of_ones_own_gets_its_section_and_runs_what_it_is_given()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Telling()).WithDispatcher("own"));
        actor.Tell("which?");

        var dispatcher = ExpectMsg<OwnDispatcher>();
        Assert.Equal("hello", dispatcher.Configurator.Config.GetString("greeting"));
        Assert.Equal("own", dispatcher.Configurator.Config.GetString("id"));
        Assert.True(dispatcher.Executed > 0);
    }

    [Fact]
    public void Keeps_an_actor_on_one_thread_when_it_is_pinned()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Telling()).WithDispatcher("pinned"));
        var other = Sys.ActorOf(Props.Create(() => new Telling()).WithDispatcher("pinned"));

        var threads = Enumerable.Range(0, 5).Select(_ => ThreadOf(actor)).Distinct().ToList();

        Assert.Single(threads);
        Assert.DoesNotContain(ThreadOf(other), threads);
    }

    [Fact]
    public void Is_that_of_the_deployment_before_that_of_the_props()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Telling()).WithDispatcher("fork-join"), "deployed");

        actor.Tell("which?");

        Assert.Equal("plain", ExpectMsg<MessageDispatcher>().Id);
    }

    [Fact]
    public void Is_named_when_an_actor_asks_for_one_that_is_not_there()
    {
        var refusal = Assert.Throws<ConfigurationException>(
            () => Sys.ActorOf(Props.Empty.WithDispatcher("nowhere"), "homeless"));

        Assert.Equal("Dispatcher [nowhere] not configured for path akka://test/user/homeless", refusal.Message);
        Assert.True(Sys.ActorOf(Props.Empty, "homeless").Path.Name is "homeless");
    }

    [Fact]
    public void Runs_other_work_too()
    {
        var done = CreateTestLatch();

        Dispatchers.Lookup("plain").Schedule(() => done.CountDown());

        done.Ready(Patience);
    }

    [Fact]
    public void Lets_others_have_their_turn_after_so_many_messages()
    {
        var hog = Sys.ActorOf(Props.Create(() => new Hog()).WithDispatcher("fork-join"));
        var other = Sys.ActorOf(Props.Create(() => new Telling()).WithDispatcher("fork-join"));

        for (var i = 0; i < 3; i++) hog.Tell("again");
        other.Tell("alive?");

        ExpectMsg("alive?");
        hog.Tell(PoisonPill.Instance);
    }

    private Dispatchers Dispatchers => Sys.Dispatchers;

    private int ThreadOf(IActorRef actor)
    {
        actor.Tell("thread?");
        return ExpectMsg<int>();
    }

    private sealed class Telling : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message switch
        {
            "which?" => Context.Dispatcher,
            "thread?" => Environment.CurrentManagedThreadId,
            _ => message,
        });
    }

    private sealed class Hog : UntypedActor
    {
        protected override void OnReceive(object message) => Self.Tell(message);
    }

    public sealed class OwnConfigurator : MessageDispatcherConfigurator
    {
        private readonly OwnDispatcher _dispatcher;

        public OwnConfigurator(Config config, IDispatcherPrerequisites prerequisites) : base(config, prerequisites) =>
            _dispatcher = new OwnDispatcher(this);

        public override MessageDispatcher Dispatcher() => _dispatcher;
    }

    public sealed class OwnDispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator)
    {
        private int _executed;

        public int Executed => Volatile.Read(ref _executed);

        protected override void ExecuteTask(IRunnable run)
        {
            Interlocked.Increment(ref _executed);
            ThreadPool.UnsafeQueueUserWorkItem(static r => r.Run(), run, preferLocal: false);
        }

        protected override void Shutdown()
        {
        }
    }
}
