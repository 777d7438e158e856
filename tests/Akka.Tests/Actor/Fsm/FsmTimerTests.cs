using Akka.Actor;
using Akka.Event;
using static Akka.Actor.FSMBase;

namespace Akka.Tests.Actor.Fsm;

public class FsmTimerTests : VirtualTimeTest
{
    [Fact]
    public void Gets_an_event_when_a_state_lasts_too_long()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 0);
            self.When("one", fsmEvent => Report(self, fsmEvent), Ms(100));
            self.Initialize();
        });

        Advance(99);
        Settle(fsm);
        Advance(1);

        ExpectMsg(StateTimeout.Instance);
    }

    [Fact]
    public void Measures_the_time_since_the_last_message()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 0);
            self.When("one", fsmEvent => Report(self, fsmEvent), Ms(100));
            self.Initialize();
        });

        Advance(60);
        fsm.Tell("busy");
        ExpectMsg("busy");
        Settle(fsm);
        Advance(60);
        Settle(fsm);
        Advance(40);

        ExpectMsg(StateTimeout.Instance);
    }

    [Fact]
    public void Measures_no_time_before_it_is_initialized_or_has_got_a_message()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 0);
            self.When("one", fsmEvent => Report(self, fsmEvent), Ms(100));
        });
        Advance(1_000);
        Settle(fsm);

        fsm.Tell("begin");
        ExpectMsg("begin");
        Settle(fsm);
        Advance(100);

        ExpectMsg(StateTimeout.Instance);
    }

    [Fact]
    public void Takes_the_time_of_the_transition_rather_than_that_of_the_state()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 0);
            self.When("one", _ => self.GoTo("two").ForMax(Ms(10)));
            self.When("two", fsmEvent => Report(self, fsmEvent), Ms(100));
        });

        fsm.Tell("go");
        Settle(fsm);
        Advance(10);

        ExpectMsg(StateTimeout.Instance);
    }

    [Fact]
    public void Has_all_the_time_when_the_transition_says_so()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 0);
            self.When("one", _ => self.GoTo("two").ForMax(TimeSpan.MaxValue));
            self.When("two", fsmEvent => Report(self, fsmEvent), Ms(100));
        });

        fsm.Tell("go");
        Settle(fsm);
        Advance(1_000_000);

        Settle(fsm);
    }

    [Fact]
    public void Keeps_the_first_time_limit_of_a_state_with_several_functions()
    {
        Start(self =>
        {
            self.StartWith("one", 0);
            self.When("one", fsmEvent => Report(self, fsmEvent), Ms(10));
            self.When("one", fsmEvent => Report(self, fsmEvent), Ms(100));
            self.Initialize();
        });

        Advance(10);

        ExpectMsg(StateTimeout.Instance);
    }

    [Fact]
    public void Has_the_time_that_was_set_later()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 0);
            self.When("one", fsmEvent => Report(self, fsmEvent), Ms(100));
            self.SetStateTimeout("one", Ms(10));
            self.Initialize();
        });

        Advance(10);

        ExpectMsg(StateTimeout.Instance);
        Settle(fsm);
    }

    [Fact]
    public void Drops_a_state_timeout_that_is_in_the_mailbox_when_another_message_comes_first()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 0);
            self.When(
                "one",
                fsmEvent =>
                {
                    if (fsmEvent.FsmEvent is "slow")
                        Advance(100);
                    return Report(self, fsmEvent);
                },
                Ms(100));
            self.Initialize();
        });

        fsm.Tell("slow");

        ExpectMsg("slow");
        Settle(fsm);
    }

    [Fact]
    public void Gets_the_message_of_a_timer_once()
    {
        var fsm = StartWithTimer(repeat: false);

        Advance(10);
        ExpectMsg("tick");
        Advance(1_000);

        Settle(fsm);
    }

    [Fact]
    public void Gets_the_message_of_a_repeating_timer_until_it_is_cancelled()
    {
        var fsm = StartWithTimer(repeat: true);

        for (var i = 0; i < 3; i++)
        {
            Advance(10);
            ExpectMsg("tick");
        }

        fsm.Tell("cancel");
        ExpectMsg("cancel");
        Advance(1_000);
        Settle(fsm);
    }

    [Fact]
    public void Drops_the_message_of_a_replaced_timer_that_is_in_the_mailbox()
    {
        var fsm = StartWithTimer(repeat: false);

        fsm.Tell("replace");

        ExpectMsg("replace");
        Settle(fsm);
        Advance(20);
        ExpectMsg("tock");
    }

    [Fact]
    public void Drops_the_message_of_a_cancelled_timer_that_is_in_the_mailbox()
    {
        var fsm = StartWithTimer(repeat: false);

        fsm.Tell("late cancel");

        ExpectMsg("late cancel");
        Settle(fsm);
    }

    [Fact]
    public void Knows_which_timers_are_active()
    {
        var states = new List<bool>();
        Start(self =>
        {
            self.StartWith("one", 0);
            self.When("one", _ => null);
            states.Add(self.IsTimerActive("timer"));
            self.SetTimer("timer", "tick", Ms(10));
            states.Add(self.IsTimerActive("timer"));
            self.CancelTimer("timer");
            states.Add(self.IsTimerActive("timer"));
        });

        Assert.Equal([false, true, false], states);
    }

    [Fact]
    public void Has_no_timers_any_more_when_it_terminates()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        var fsm = Start(self =>
        {
            self.StartWith("one", 0);
            self.When("one", _ => self.Stop(), Ms(10));
            self.SetTimer("timer", "tick", Ms(10), repeat: true);
            self.OnTermination(_ => TestActor.Tell(self.IsTimerActive("timer")));
            self.Initialize();
        });

        fsm.Tell("stop");
        ExpectMsg(false);
        Advance(1_000);
        Sys.DeadLetters.Tell("end");

        Assert.Equal("end", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Drops_the_timers_of_the_instance_before_a_restart()
    {
        var instances = 0;
        var fsm = Start(self =>
        {
            instances++;
            self.StartWith("one", 0);
            self.SetTimer("timer", $"tick {instances}", Ms(10));
            self.When("one", fsmEvent =>
            {
                if (fsmEvent.FsmEvent is not "fail")
                    return Report(self, fsmEvent);
                Advance(10);
                throw new InvalidOperationException("expected");
            });
        });

        fsm.Tell("fail");
        Settle(fsm);
        Advance(10);

        ExpectMsg("tick 2");
    }

    [Fact]
    public void Stops_when_a_timer_brings_a_poison_pill()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 0);
            self.When("one", _ => null);
            self.SetTimer("timer", PoisonPill.Instance, Ms(10));
        });
        Watch(fsm);

        Advance(10);

        ExpectTerminated(fsm);
    }

    private IActorRef StartWithTimer(bool repeat) => Start(self =>
    {
        self.StartWith("one", 0);
        self.SetTimer("timer", "tick", Ms(10), repeat);
        self.When("one", fsmEvent =>
        {
            switch (fsmEvent.FsmEvent)
            {
                case "cancel":
                    self.CancelTimer("timer");
                    break;
                case "late cancel":
                    Advance(10);
                    self.CancelTimer("timer");
                    break;
                case "replace":
                    Advance(10);
                    self.SetTimer("timer", "tock", Ms(20));
                    break;
            }

            return Report(self, fsmEvent);
        });
    });

    private State<string, int> Report(ScriptedFsm self, Event<int> fsmEvent)
    {
        TestActor.Tell(fsmEvent.FsmEvent);
        return self.Stay();
    }

    private IActorRef Start(Action<ScriptedFsm> script)
    {
        var fsm = Sys.ActorOf(Props.Create(() => new ScriptedFsm(script)));
        Settle(fsm);
        return fsm;
    }
}
