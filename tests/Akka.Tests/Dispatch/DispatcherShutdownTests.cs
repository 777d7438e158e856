using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Tests.Actor;

namespace Akka.Tests.Dispatch;

public class DispatcherShutdownTests() : VirtualTimeTest(
    $$"""
    counting {
      type = "{{typeof(CountingConfigurator).AssemblyQualifiedName}}"
      executor = "{{typeof(Strict).AssemblyQualifiedName}}"
      shutdown-timeout = 3s
    }
    """)
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(3);

    private CountingDispatcher Dispatcher => (CountingDispatcher)Sys.Dispatchers.Lookup("counting");

    [Fact]
    public void Comes_some_time_after_the_last_actor_has_stopped()
    {
        var first = Inhabitant();
        var second = Inhabitant();

        Leave(first);
        Clock.Advance(2 * ShutdownTimeout);
        Assert.Equal((0, 1), (Dispatcher.Shutdowns, Dispatcher.Actors));

        Leave(second);
        Clock.Advance(ShutdownTimeout / 2);
        Assert.Equal((0, 0), (Dispatcher.Shutdowns, Dispatcher.Actors));
        Clock.Advance(ShutdownTimeout);
        Assert.Equal(1, Dispatcher.Shutdowns);
    }

    [Fact]
    public void Does_not_come_when_another_actor_starts_in_time()
    {
        Leave(Inhabitant());
        Inhabitant();

        Clock.Advance(2 * ShutdownTimeout);

        Assert.Equal(0, Dispatcher.Shutdowns);
    }

    [Fact]
    public void Is_followed_by_a_new_start_when_there_is_work_again()
    {
        for (var i = 1; i <= 3; i++)
        {
            Leave(Inhabitant());
            Clock.Advance(ShutdownTimeout);
            Assert.Equal(i, Dispatcher.Shutdowns);
        }
    }

    [Fact]
    public void Comes_once_when_two_actors_leave_one_after_the_other()
    {
        Leave(Inhabitant());
        Clock.Advance(ShutdownTimeout / 2);
        Leave(Inhabitant());

        Clock.Advance(ShutdownTimeout);
        Assert.Equal(0, Dispatcher.Shutdowns);
        Clock.Advance(ShutdownTimeout);

        Assert.Equal(1, Dispatcher.Shutdowns);
    }

    [Fact]
    public void Comes_after_other_work_too()
    {
        var meanwhile = -1L;
        Dispatcher.Schedule(() => meanwhile = Dispatcher.Actors);

        AwaitCondition(() => Dispatcher.Actors == 0 && meanwhile == 1);
        AwaitAssert(() =>
        {
            Clock.Advance(ShutdownTimeout);
            Assert.Equal(1, Dispatcher.Shutdowns);
        });
    }

    private IActorRef Inhabitant()
    {
        var actor = Sys.ActorOf(
            Props.Create(() => new TestKit.TestActors.SimpleEchoActor()).WithDispatcher("counting"));
        actor.Tell("here?", TestActor);
        ExpectMsg("here?");
        return actor;
    }

    // The cell leaves its dispatcher before its watchers are told of its death.
    private void Leave(IActorRef actor) => Bury(actor);

    public sealed class CountingConfigurator : MessageDispatcherConfigurator
    {
        private readonly CountingDispatcher _dispatcher;

        public CountingConfigurator(Config config, IDispatcherPrerequisites prerequisites)
            : base(config, prerequisites) => _dispatcher = new CountingDispatcher(this, ConfigureExecutor());

        public override MessageDispatcher Dispatcher() => _dispatcher;
    }

    public sealed class CountingDispatcher(MessageDispatcherConfigurator configurator, ExecutorServiceFactory executors)
        : Dispatcher(configurator, "counting", 10, null, executors, configurator.Config.GetTimeSpan("shutdown-timeout"))
    {
        private int _shutdowns;

        public int Shutdowns => Volatile.Read(ref _shutdowns);

        public long Actors => Inhabitants;

        protected override void Shutdown()
        {
            Interlocked.Increment(ref _shutdowns);
            base.Shutdown();
        }
    }

    public sealed class Strict(Config config, IDispatcherPrerequisites prerequisites)
        : ExecutorServiceConfigurator(config, prerequisites)
    {
        public override ExecutorService Produce(string id) => new StrictExecutor(id);
    }

    /// <summary>Takes no more work once it is shut down.</summary>
    private sealed class StrictExecutor(string id) : ExecutorService(id)
    {
        private volatile bool _isShutDown;

        public override void Execute(IRunnable run)
        {
            if (_isShutDown) throw new RejectedExecutionException("shut down");
            ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: false);
        }

        public override void Shutdown() => _isShutDown = true;
    }
}
