using ActorSockets.IO;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace ActorSockets.Tests.IO;

/// <summary>The rules of every light actor, on an event loop and on a dispatcher.</summary>
public abstract class LoopActorRefTests : TestKit
{
    private readonly bool _onLoop;

    private protected LoopActorRefTests(bool onLoop)
        : base(ConfigurationFactory.ParseString("""
            akka.test.single-expect-default = 20s
            akka.test.default-timeout = 20s
            akka.test.filter-leeway = 20s
            """))
    {
        _onLoop = onLoop;
    }

    private ISerialExecutor Executor => _onLoop
        ? IoExtension.For(Sys).Engine.Loops[0]
        : new DispatcherExecutor(Sys.Dispatchers.Lookup(Dispatchers.DefaultDispatcherId));

    [Fact]
    public void Answers_messages_in_the_order_of_each_sender_one_at_a_time()
    {
        var echo = NewRef();
        var probes = Enumerable.Range(0, 4).Select(_ => CreateTestProbe()).ToArray();

        Parallel.ForEach(probes, probe =>
        {
            for (var i = 0; i < 5000; i++)
            {
                echo.Tell(i, probe);
            }
        });

        foreach (var probe in probes)
        {
            for (var i = 0; i < 5000; i++)
            {
                Assert.Equal(i, probe.ExpectMsg<int>());
            }
        }

        Assert.Equal(1, echo.MostAtOnce);
    }

    [Fact]
    public void Answers_an_actor_on_its_own_thread_in_order()
    {
        var echo = NewRef();
        var props = Props.Create(() => new Counter(echo, TestActor));
        if (_onLoop)
        {
            props = props.WithDispatcher(echo.Executor.DispatcherId);
        }

        Sys.ActorOf(props);

        Assert.Equal(Enumerable.Range(0, 100), ExpectMsg<int[]>());
    }

    [Fact]
    public void Tells_a_watcher_of_its_end()
    {
        var echo = NewRef();
        Watch(echo);

        echo.Tell(PoisonPill.Instance);

        ExpectTerminated(echo);
        Assert.True(echo.IsTerminated);
    }

    [Fact]
    public void Tells_one_who_begins_to_watch_after_its_end()
    {
        var echo = NewRef();
        Watch(echo);
        Sys.Stop(echo);
        ExpectTerminated(echo);
        var late = CreateTestProbe();

        late.Watch(echo);

        late.ExpectTerminated(echo);
    }

    [Fact]
    public void Does_not_tell_one_who_watches_no_more()
    {
        var echo = NewRef();
        Watch(echo);
        Unwatch(echo);
        var other = CreateTestProbe();
        other.Watch(echo);

        echo.Tell(PoisonPill.Instance);

        other.ExpectTerminated(echo);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Hears_of_the_end_of_whom_it_watches_behind_what_they_sent()
    {
        var echo = NewRef();
        var watched = CreateTestProbe();
        echo.Tell(new StartWatching(watched, TestActor));
        ExpectMsg("watching");

        for (var i = 0; i < 100; i++)
        {
            echo.Tell(i, watched);
            echo.Tell(i, TestActor);
        }

        Sys.Stop(watched);

        for (var i = 0; i < 100; i++)
        {
            ExpectMsg(i);
        }

        ExpectMsg("terminated");
    }

    [Fact]
    public void Handles_what_was_sent_before_a_poison_pill_and_nothing_after()
    {
        var echo = NewRef();
        Watch(echo);

        EventFilter.DeadLetter<string>().ExpectOne(() =>
        {
            echo.Tell("before", TestActor);
            echo.Tell(PoisonPill.Instance, TestActor);
            echo.Tell("after", TestActor);
        });

        ExpectMsg("before");
        ExpectTerminated(echo);
    }

    [Fact]
    public void Identifies_itself_while_it_lives()
    {
        var echo = NewRef();
        Watch(echo);
        echo.Tell(new Identify(1), TestActor);
        Assert.Equal(echo, ExpectMsg<ActorIdentity>().Subject);
        echo.Tell(Kill.Instance, TestActor);
        ExpectTerminated(echo);

        echo.Tell(new Identify(2), TestActor);

        Assert.True(ExpectMsg<ActorIdentity>().Subject.IsNobody());
    }

    [Fact]
    public async Task Can_be_asked()
    {
        Assert.Equal("hello", await NewRef().Ask<string>("hello", TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Publishes_what_it_cannot_handle()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var echo = NewRef();

        echo.Tell(new Uri("test:unknown"));

        Assert.Equal(echo, ExpectMsg<UnhandledMessage>().Recipient);
    }

    [Fact]
    public void Ends_with_an_error_in_the_log_when_it_throws()
    {
        var echo = NewRef();
        Watch(echo);

        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => echo.Tell(new Fail()));

        ExpectTerminated(echo);
    }

    private EchoRef NewRef() =>
        new((ExtendedActorSystem)Sys, ((ExtendedActorSystem)Sys).SystemGuardian, Executor);

    private sealed record StartWatching(IActorRef Actor, IActorRef Listener);

    private sealed record Fail;

    private sealed class EchoRef(ExtendedActorSystem system, IInternalActorRef parent, ISerialExecutor executor)
        : LoopActorRef(system, parent, executor)
    {
        private IActorRef? _listener;
        private int _atOnce;

        public int MostAtOnce { get; private set; }

        protected override string Kind => "echo";

        protected override void OnMessage(object message, IActorRef sender)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
            switch (message)
            {
                case StartWatching start:
                    _listener = start.Listener;
                    Watch(start.Actor);
                    _listener.Tell("watching", this);
                    break;
                case int or string:
                    sender.Tell(message, this);
                    break;
                case Fail:
                    throw new InvalidOperationException("as told");
                default:
                    Unhandled(message, sender);
                    break;
            }

            Interlocked.Decrement(ref _atOnce);
        }

        protected override void OnTerminated(IActorRef actor) => _listener!.Tell("terminated", this);

        protected override void OnStop() => Terminate();
    }

    private sealed class Counter(IActorRef echo, IActorRef listener) : UntypedActor
    {
        private readonly List<int> _seen = [];

        protected override void PreStart()
        {
            for (var i = 0; i < 100; i++)
            {
                echo.Tell(i);
            }
        }

        protected override void OnReceive(object message)
        {
            _seen.Add((int)message);
            if (_seen.Count == 100)
            {
                listener.Tell(_seen.ToArray());
            }
        }
    }

    public sealed class OnLoop() : LoopActorRefTests(onLoop: true);

    public sealed class OnDispatcher() : LoopActorRefTests(onLoop: false);
}
