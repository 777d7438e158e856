using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor.Scheduler;

public class ActorTimersTests : VirtualTimeTest
{
    [Fact]
    public void Sends_a_single_message_once()
    {
        var actor = Timed((self, _) => self.Timers.StartSingleTimer("key", "tick", Ms(100)));

        Advance(99);
        Settle(actor);
        Advance(1);

        ExpectMsg("tick");
        Advance(1_000);
        Settle(actor);
    }

    [Fact]
    public void Sends_a_periodic_message_after_each_interval()
    {
        var actor = Timed((self, _) => self.Timers.StartPeriodicTimer("key", "tick", Ms(100)));

        for (var i = 0; i < 3; i++)
        {
            Advance(99);
            Settle(actor);
            Advance(1);
            ExpectMsg("tick");
        }
    }

    [Fact]
    public void Sends_the_first_periodic_message_after_its_own_delay()
    {
        var actor = Timed((self, _) => self.Timers.StartPeriodicTimer("key", "tick", Ms(10), Ms(100)));

        Advance(10);
        ExpectMsg("tick");
        Advance(99);
        Settle(actor);
        Advance(1);
        ExpectMsg("tick");
    }

    [Fact]
    public void Sends_in_the_name_of_the_given_sender()
    {
        Timed((self, _) =>
        {
            self.Timers.StartSingleTimer("own", "own", Ms(10));
            self.Timers.StartSingleTimer("given", "given", Ms(20), TestActor);
            self.Timers.StartPeriodicTimer("periodic", "periodic", Ms(30), TestActor);
            self.Timers.StartPeriodicTimer("delayed", "delayed", Ms(40), Ms(40), TestActor);
        });

        Advance(40);

        ExpectMsg("own");
        ExpectMsg("given from test");
        ExpectMsg("periodic from test");
        ExpectMsg("delayed from test");
    }

    [Fact]
    public void Replaces_a_timer_even_when_its_message_is_in_the_mailbox()
    {
        Timed(
            (self, _) => self.Timers.StartSingleTimer("key", "old", Ms(10)),
            (self, message) =>
            {
                if (message is not "replace")
                    return;
                Advance(10);
                self.Timers.StartSingleTimer("key", "new", Ms(10));
            }).Tell("replace", ActorRefs.NoSender);
        ExpectMsg("replace");

        Advance(10);

        ExpectMsg("new");
    }

    [Fact]
    public void Cancels_a_timer_even_when_its_message_is_in_the_mailbox()
    {
        var actor = Timed(
            (self, _) => self.Timers.StartSingleTimer("key", "old", Ms(10)),
            (self, message) =>
            {
                if (message is not "cancel")
                    return;
                Advance(10);
                self.Timers.Cancel("key");
            });
        actor.Tell("cancel", ActorRefs.NoSender);
        ExpectMsg("cancel");

        Settle(actor);
    }

    [Fact]
    public void Knows_its_timers_by_their_keys()
    {
        var seen = "";
        Timed((self, _) =>
        {
            self.Timers.StartSingleTimer("a", "a", Ms(10));
            self.Timers.StartPeriodicTimer(2, "b", Ms(20));
            self.Timers.StartSingleTimer("c", "c", Ms(10));
            self.Timers.Cancel("c");
            var state = string.Join(",", self.Timers.ActiveTimers.Select(key => $"{key}").Order());
            state += $" {self.Timers.IsTimerActive("a")} {self.Timers.IsTimerActive("c")}";
            self.Timers.CancelAll();
            seen = $"{state} {self.Timers.ActiveTimers.Count}";
        });

        Assert.Equal("2,a True False 0", seen);
    }

    [Fact]
    public void Forgets_a_single_timer_when_it_has_fired_and_keeps_a_periodic_one()
    {
        Timed(
            (self, _) =>
            {
                self.Timers.StartSingleTimer("once", "once", Ms(10));
                self.Timers.StartPeriodicTimer("ever", "ever", Ms(20));
            },
            (self, message) => TestActor.Tell(self.Timers.IsTimerActive(message)));

        Advance(10);
        ExpectMsg(false);
        ExpectMsg("once");
        Advance(10);
        ExpectMsg(true);
        ExpectMsg("ever");
    }

    [Fact]
    public void Drops_the_timers_of_the_instance_before_a_restart()
    {
        var instances = 0;
        var actor = Timed(
            (self, _) => self.Timers.StartPeriodicTimer("key", $"tick {++instances}", Ms(10)),
            (_, message) =>
            {
                if (message is not "throw")
                    return;
                Advance(10);
                throw new InvalidOperationException("expected");
            });

        actor.Tell("throw", ActorRefs.NoSender);
        Settle(actor);
        Advance(10);

        ExpectMsg("tick 2");
    }

    [Fact]
    public void Sends_nothing_more_when_the_actor_has_stopped()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        var actor = Timed((self, _) => self.Timers.StartPeriodicTimer("key", "tick", Ms(10)));

        Bury(actor);
        Advance(100);
        Sys.DeadLetters.Tell("end");

        Assert.Equal("end", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Stops_the_actor_when_the_message_is_a_poison_pill()
    {
        var actor = Timed((self, _) => self.Timers.StartSingleTimer("key", PoisonPill.Instance, Ms(10)));
        Watch(actor);

        Advance(10);

        ExpectTerminated(actor);
    }

    [Fact]
    public void Stashes_the_message_without_the_timer_around_it()
    {
        var actor = Timed(
            (self, _) => self.Timers.StartSingleTimer("key", "stash", Ms(10)),
            (self, message) =>
            {
                if (message is "unstash")
                    self.Stash.UnstashAll();
            });
        Advance(10);
        Settle(actor);

        actor.Tell("unstash", ActorRefs.NoSender);

        ExpectMsg("unstash");
        ExpectMsg("stash again");
    }

    [Fact]
    public void Lets_the_receive_timeout_pass_when_the_message_must_not_influence_it()
    {
        Timed((self, context) =>
        {
            context.SetReceiveTimeout(Ms(100));
            self.Timers.StartPeriodicTimer("quiet", new Quiet(), Ms(60));
        });

        Advance(60);
        ExpectMsg<Quiet>();
        Advance(60);

        Assert.Equal(
            [nameof(Quiet), nameof(ReceiveTimeout)],
            new[] { ExpectMsg<object>(), ExpectMsg<object>() }.Select(message => message.GetType().Name).Order());
    }

    /// <summary>An actor that starts timers when it is made, and tells the test what it receives.</summary>
    private IActorRef Timed(Action<TimedActor, IActorContext> start, Action<TimedActor, object>? receive = null)
    {
        var actor = Sys.ActorOf(Props.Create(() => new TimedActor(TestActor, start, receive)));
        Settle(actor);
        return actor;
    }

    private sealed class Quiet : INotInfluenceReceiveTimeout;

    private sealed class TimedActor : UntypedActor, IWithTimers, IWithUnboundedStash
    {
        private readonly IActorRef _test;
        private readonly Action<TimedActor, object>? _receive;
        private bool _hasStashed;

        public TimedActor(
            IActorRef test, Action<TimedActor, IActorContext> start, Action<TimedActor, object>? receive)
        {
            _test = test;
            _receive = receive;
            start(this, Context);
        }

        public ITimerScheduler Timers { get; set; } = null!;

        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is "stash" && !_hasStashed)
            {
                _hasStashed = true;
                Stash.Stash();
                return;
            }

            _receive?.Invoke(this, message);
            _test.Tell((message, Sender.Equals(_test)) switch
            {
                ("stash", _) => "stash again",
                (string text, true) => text + " from test",
                _ => message,
            });
        }
    }
}
