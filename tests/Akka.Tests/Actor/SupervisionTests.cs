using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class SupervisionTests : KitTest
{
    [Fact]
    public void Escalates_by_failing_itself_with_the_same_cause()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var cause = new InvalidOperationException("deep");
        var top = Boss(new OneForOneStrategy(_ => Directive.Restart), "top");
        var middle = Hire(top, Worker(new OneForOneStrategy(_ => Directive.Escalate)));
        var leaf = Hire(middle, Worker());

        leaf.Tell(cause);

        var error = ExpectMsg<Error>();
        Assert.Same(cause, error.Cause);
        Assert.Equal(middle.Path.ToString(), error.LogSource);
        // the default PreRestart of the middle stops the leaf
        Watch(leaf);
        ExpectTerminated(leaf);
        middle.Tell("alive?");
        ExpectMsg("alive?");
    }

    [Fact]
    public void Fails_with_what_its_decider_throws()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var boss = Boss(new OneForOneStrategy(_ => throw new FormatException("cannot decide")), "boss");
        var worker = Hire(boss, Worker());

        worker.Tell(new InvalidOperationException("decide"));

        var error = ExpectMsg<Error>();
        Assert.Equal(("cannot decide", boss.Path.ToString()), (error.Message.ToString(), error.LogSource));
        Assert.IsType<FormatException>(error.Cause);
        boss.Tell("alive?");
        ExpectMsg("alive?");
    }

    [Fact]
    public void Restarts_when_a_failure_is_not_one_of_the_three_that_stop()
    {
        var worker = Hire(Boss(SupervisorStrategy.DefaultStrategy), Worker());
        worker.Tell("count");
        ExpectMsg(1);

        worker.Tell(new InvalidOperationException("?"));
        worker.Tell("count");

        ExpectMsg(1);
    }

    [Fact]
    public void Stops_by_default_when_killed()
    {
        var worker = Hire(Boss(SupervisorStrategy.DefaultStrategy), Worker());
        Watch(worker);

        EventFilter.Exception<ActorKilledException>("Kill").ExpectOne(() => worker.Tell(Kill.Instance));

        ExpectTerminated(worker);
    }

    [Fact]
    public void May_restart_who_was_killed()
    {
        var worker = Hire(Boss(new OneForOneStrategy(_ => Directive.Restart)), Worker());
        worker.Tell("count");
        ExpectMsg(1);

        worker.Tell(Kill.Instance);
        worker.Tell("count");

        ExpectMsg(1);
    }

    [Fact]
    public void Does_not_tell_watchers_of_a_restart()
    {
        var worker = Hire(Boss(new OneForOneStrategy(_ => Directive.Restart)), Worker());
        Watch(worker);

        worker.Tell(new InvalidOperationException("?"));
        worker.Tell("alive?");

        ExpectMsg("alive?");
        Bury(worker);
    }

    [Fact]
    public void Keeps_message_and_state_of_those_it_resumes()
    {
        var worker = Hire(Boss(new OneForOneStrategy(_ => Directive.Resume)), Worker());
        worker.Tell("count");

        EventFilter.Warning("let go").ExpectOne(() => worker.Tell(new InvalidOperationException("let go")));
        worker.Tell("count");

        ExpectMsg(1);
        ExpectMsg(2);
    }

    [Fact]
    public void Lets_a_failing_child_wait_until_it_has_decided()
    {
        var decide = CreateTestLatch();
        var boss = Boss(new OneForOneStrategy(_ =>
        {
            decide.Ready(Patience);
            return Directive.Resume;
        }));
        var worker = Hire(boss, Worker());

        worker.Tell(new InvalidOperationException("?"));
        worker.Tell("after");
        ExpectNoMsg(Ms(100));
        decide.CountDown();

        ExpectMsg("after");
    }

    [Fact]
    public void Suspends_grandchildren_while_a_child_waits_for_its_decision()
    {
        var decide = CreateTestLatch();
        var boss = Boss(new OneForOneStrategy(_ =>
        {
            decide.Ready(Patience);
            return Directive.Resume;
        }));
        var worker = Hire(boss, Worker());
        var helper = Hire(worker, Worker());

        worker.Tell(new InvalidOperationException("?"));
        AwaitCondition(() => ((ActorCell)((ActorRefWithCell)helper).Underlying).Mailbox.IsSuspended, Patience);
        helper.Tell("after");
        ExpectNoMsg(Ms(100));
        decide.CountDown();

        ExpectMsg("after");
    }

    [Fact]
    public void Stops_the_child_that_fails_more_often_than_it_may()
    {
        var worker = Hire(Boss(new OneForOneStrategy(2, TimeSpan.FromMinutes(1), _ => Directive.Restart)), Worker());
        Watch(worker);

        EventFilter.Exception<InvalidOperationException>("?").Expect(3, () =>
        {
            for (var i = 0; i < 3; i++) worker.Tell(new InvalidOperationException("?"));
        });

        ExpectTerminated(worker);
    }

    [Fact]
    public void Stops_at_once_when_no_restart_is_granted()
    {
        var worker = Hire(Boss(new OneForOneStrategy(0, TimeSpan.FromMinutes(1), _ => Directive.Restart)), Worker());
        Watch(worker);

        worker.Tell(new InvalidOperationException("?"));

        ExpectTerminated(worker);
    }

    [Fact]
    public void Leaves_siblings_alone_when_one_stands_for_one() =>
        Assert.Equal(2, SecondCountAfterASiblingFailed(new OneForOneStrategy(_ => Directive.Restart)));

    [Fact]
    public void Restarts_siblings_too_when_all_stand_for_one() =>
        Assert.Equal(1, SecondCountAfterASiblingFailed(new AllForOneStrategy(_ => Directive.Restart)));

    [Fact]
    public void Stops_siblings_too_when_all_stand_for_one()
    {
        var boss = Boss(new AllForOneStrategy(_ => Directive.Stop));
        var (one, other) = (Hire(boss, Worker()), Hire(boss, Worker()));
        Watch(one);
        Watch(other);

        one.Tell(new InvalidOperationException("?"));

        Assert.Equal([one, other], new[] { ExpectMsg<Terminated>(), ExpectMsg<Terminated>() }
            .Select(t => t.ActorRef).OrderBy(a => a.Equals(one) ? 0 : 1));
    }

    [Fact]
    public void Resumes_only_the_one_that_failed_when_all_stand_for_one()
    {
        var boss = Boss(new AllForOneStrategy(_ => Directive.Resume));
        var (one, other) = (Hire(boss, Worker()), Hire(boss, Worker()));
        one.Tell("count");
        ExpectMsg(1);

        one.Tell(new InvalidOperationException("?"));
        one.Tell("count");
        ExpectMsg(2);
        other.Tell("count");

        ExpectMsg(1);
    }

    [Fact]
    public void Creates_again_when_a_creation_failed_and_it_says_restart()
    {
        var attempts = 0;
        var boss = Boss(new OneForOneStrategy(_ => Directive.Restart));

        var worker = Hire(boss, Props.Create(() => new Fragile(() => Interlocked.Increment(ref attempts) < 3)));
        worker.Tell("alive?");

        ExpectMsg("alive?");
        Assert.Equal(3, attempts);
    }

    [Fact]
    public void Logs_that_a_restart_became_a_creation()
    {
        var attempts = 0;
        var boss = Boss(new OneForOneStrategy(_ => Directive.Restart));

        EventFilter.Error(start: "Changing Recreate into Create after ").ExpectOne(
            () => Hire(boss, Props.Create(() => new Fragile(() => Interlocked.Increment(ref attempts) < 2))));
    }

    [Fact]
    public void Creates_again_when_a_creation_failed_and_it_says_resume()
    {
        var attempts = 0;
        var boss = Boss(new OneForOneStrategy(_ => Directive.Resume));
        var fragile = Props.Create(() => new Fragile(() => Interlocked.Increment(ref attempts) < 2));

        EventFilter.Error(start: "Changing Resume into Create after ")
            .ExpectOne(() => Hire(boss, fragile).Tell("alive?"));

        ExpectMsg("alive?");
    }

    [Fact]
    public void Asks_its_strategy_once_for_each_instance()
    {
        var asked = 0;
        SupervisorStrategy Strategy()
        {
            Interlocked.Increment(ref asked);
            return new OneForOneStrategy(_ => Directive.Resume);
        }

        var boss = Sys.ActorOf(Props.Create(typeof(Supervisor), (Func<SupervisorStrategy>)Strategy));
        var worker = Hire(boss, Worker());

        for (var i = 0; i < 3; i++) worker.Tell(new InvalidOperationException("?"));
        worker.Tell("alive?");

        ExpectMsg("alive?");
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Sees_the_failed_child_as_sender_in_its_decider()
    {
        IActorRef? sender = null;
        var boss = Sys.ActorOf(Props.Create(typeof(ContextSensitive), (Action<IActorContext>)(c => sender = c.Sender)));
        var worker = Hire(boss, Worker());

        worker.Tell(new InvalidOperationException("?"));
        worker.Tell("alive?");

        ExpectMsg("alive?");
        Assert.Equal(worker, sender);
    }

    [Fact]
    public void Takes_no_notice_of_failures_of_children_while_it_ends()
    {
        var boss = Boss(new OneForOneStrategy(_ => Directive.Restart));
        var worker = Hire(boss, Props.Create(() => new Stubborn()));
        Watch(boss);

        worker.Tell("hold");
        Sys.Stop(boss);

        ExpectTerminated(boss);
    }

    private static Props Worker(SupervisorStrategy? strategy = null)
    {
        var its = strategy ?? SupervisorStrategy.DefaultStrategy;
        return Props.Create(() => new Supervisor(() => its));
    }

    private IActorRef Boss(SupervisorStrategy strategy, string? name = null) =>
        Sys.ActorOf(Props.Create(() => new Supervisor(() => strategy)), name);

    private IActorRef Hire(IActorRef boss, Props props)
    {
        boss.Tell(props);
        return ExpectMsg<IActorRef>();
    }

    private int SecondCountAfterASiblingFailed(SupervisorStrategy strategy)
    {
        var boss = Boss(strategy);
        var (one, other) = (Hire(boss, Worker()), Hire(boss, Worker()));
        other.Tell("count");
        ExpectMsg(1);
        one.Tell(new InvalidOperationException("?"));
        one.Tell("alive?");
        ExpectMsg("alive?");
        other.Tell("count");
        return ExpectMsg<int>();
    }

    private class Supervisor(Func<SupervisorStrategy> strategy) : UntypedActor
    {
        private int _count;

        protected override SupervisorStrategy SupervisorStrategy() => strategy();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Props props: Sender.Tell(Context.ActorOf(props)); break;
                case Exception cause: throw cause;
                case "count": Sender.Tell(++_count); break;
                default: Sender.Tell(message); break;
            }
        }
    }

    private sealed class ContextSensitive(Action<IActorContext> see) : UntypedActor
    {
        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ =>
        {
            see(Context);
            return Directive.Resume;
        });

        protected override void OnReceive(object message) => Sender.Tell(Context.ActorOf((Props)message));
    }

    private sealed class Fragile : UntypedActor
    {
        public Fragile(Func<bool> fails)
        {
            if (fails()) throw new InvalidOperationException("fragile");
        }

        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    private sealed class Stubborn : UntypedActor
    {
        protected override void PostStop() => throw new InvalidOperationException("never");

        protected override void OnReceive(object message) => throw new InvalidOperationException("ever");
    }
}
