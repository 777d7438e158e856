using Akka.Actor;
using Akka.Pattern;
using Akka.Routing;
using static Akka.Actor.FSMBase;

namespace Akka.Tests.Actor.Fsm;

public class FsmTests : VirtualTimeTest
{
    [Fact]
    public void Goes_from_state_to_state_with_its_data()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", _ => self.GoTo("two").Using(2));
            self.When("two", _ => self.GoTo("one", self.StateData + 1));
        });

        Assert.Equal("one 1", StateOf(fsm));
        fsm.Tell("go");
        Assert.Equal("two 2", StateOf(fsm));
        fsm.Tell("go");
        Assert.Equal("one 3", StateOf(fsm));
    }

    [Fact]
    public void Stays_with_new_data()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", _ => self.Stay().Using(self.StateData + 1));
        });

        fsm.Tell("stay");

        Assert.Equal("one 2", StateOf(fsm));
    }

    [Fact]
    public void Replies_in_the_order_the_replies_were_added()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", _ => self.Stay().Replying("first").Replying("second"));
        });

        fsm.Tell("ask", TestActor);

        ExpectMsg("first");
        ExpectMsg("second");
    }

    [Fact]
    public void Asks_the_functions_of_a_state_in_turn_and_then_the_one_for_unhandled_events()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", fsmEvent => fsmEvent.FsmEvent is 1 ? self.Stay().Replying("first") : null);
            self.When("one", fsmEvent => fsmEvent.FsmEvent is 2 ? self.Stay().Replying("second") : null);
            self.WhenUnhandled(fsmEvent => fsmEvent.FsmEvent is 3 ? self.Stay().Replying("unhandled") : null);
        });

        foreach (var message in (object[])[3, 2, 1])
            fsm.Tell(message, TestActor);

        ExpectMsg("unhandled");
        ExpectMsg("second");
        ExpectMsg("first");
    }

    [Fact]
    public void Warns_of_an_event_that_nobody_handles()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", _ => null);
        });

        EventFilter.Warning("unhandled event surprise in state one").ExpectOne(() => fsm.Tell("surprise"));

        Assert.Equal("one 1", StateOf(fsm));
    }

    [Fact]
    public void Tells_transition_handlers_where_it_comes_from_and_goes_to()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", fsmEvent => fsmEvent.FsmEvent is "stay" ? self.Stay() : self.GoTo("two").Using(2));
            self.When("two", _ => self.GoTo("two").Using(3));
            self.OnTransition((from, to) =>
                TestActor.Tell($"{from} {self.StateData} -> {to} {self.NextStateData}"));
            self.Initialize();
        });
        ExpectMsg("one 1 -> one 1");

        fsm.Tell("stay");
        fsm.Tell("go");
        ExpectMsg("one 1 -> two 2");
        fsm.Tell("again");
        ExpectMsg("two 2 -> two 3");
    }

    [Fact]
    public void Has_no_next_data_outside_of_a_transition()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", _ => self.Stay().Replying(
                Assert.Throws<InvalidOperationException>(() => self.NextStateData).Message));
        });

        fsm.Tell("ask", TestActor);

        ExpectMsg("NextStateData is only available during OnTransition");
    }

    [Fact]
    public void Tells_subscribers_of_transitions_until_they_have_enough()
    {
        var fsm = Start(TwoStates);

        fsm.Tell(new SubscribeTransitionCallBack(TestActor));
        ExpectMsg(new CurrentState<string>(fsm, "one"));
        fsm.Tell("go");
        ExpectMsg(new Transition<string>(fsm, "one", "two"));
        fsm.Tell(new UnsubscribeTransitionCallBack(TestActor));
        fsm.Tell("go");

        Assert.Equal("one 1", StateOf(fsm));
    }

    [Fact]
    public void Gets_the_end_of_a_listener_as_an_event()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", fsmEvent => fsmEvent.FsmEvent is Terminated ? self.GoTo("two").Using(2) : null);
            self.When("two", _ => null);
        });
        var listener = Silent();

        fsm.Tell(new SubscribeTransitionCallBack(listener));
        Assert.Equal("one 1", StateOf(fsm));
        Bury(listener);

        AwaitAssert(() => Assert.Equal("two 2", StateOf(fsm)));
    }

    [Fact]
    public void Can_be_listened_to()
    {
        var fsm = Start(TwoStates);

        fsm.Tell(new Listen(TestActor));
        ExpectMsg(new CurrentState<string>(fsm, "one"));
        fsm.Tell("go");
        ExpectMsg(new Transition<string>(fsm, "one", "two"));
        fsm.Tell(new Deafen(TestActor));
        fsm.Tell("go");

        Assert.Equal("one 1", StateOf(fsm));
    }

    [Fact]
    public void Puts_a_function_behind_a_state_function()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", self.Transform(fsmEvent => fsmEvent.FsmEvent is int number
                ? self.Stay().Using(number)
                : null).Using(state => state switch
                {
                    null => self.GoTo("three"),
                    { StateData: > 10 } => self.GoTo("two").Using(state.StateData),
                    _ => state,
                }));
            self.When("two", _ => self.GoTo("one"));
            self.When("three", _ => null);
        });

        fsm.Tell(10);
        Assert.Equal("one 10", StateOf(fsm));
        fsm.Tell(11);
        Assert.Equal("two 11", StateOf(fsm));
        fsm.Tell("back");
        fsm.Tell("no number");
        Assert.Equal("three 11", StateOf(fsm));
    }

    [Fact]
    public void Stops_and_says_why_with_what_data_and_in_which_state()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", _ => self.Stop(Normal.Instance, 7).Replying("goodbye"));
            ReportTermination(self);
        });
        Watch(fsm);

        fsm.Tell("stop", TestActor);

        ExpectMsg("goodbye");
        ExpectMsg("Akka.Actor.FSMBase+Normal one 7");
        ExpectTerminated(fsm);
    }

    [Fact]
    public void Says_once_that_it_was_shut_down_when_it_is_stopped_from_outside()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", _ => null);
            ReportTermination(self);
        });
        Watch(fsm);

        Sys.Stop(fsm);

        ExpectMsg("Akka.Actor.FSMBase+Shutdown one 1");
        ExpectTerminated(fsm);
    }

    [Fact]
    public void Logs_why_it_failed()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", fsmEvent => self.Stop(new FSMBase.Failure(fsmEvent.FsmEvent)));
        });
        EventFilter.Error("no good").ExpectOne(() => fsm.Tell("no good"));

        var other = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", _ => self.Stop(new FSMBase.Failure(new FormatException("boom"))));
        });
        EventFilter.Exception<FormatException>("boom").ExpectOne(() => other.Tell("fail"));
    }

    [Fact]
    public void Fails_when_the_next_state_does_not_exist()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", _ => self.GoTo("nowhere"));
            ReportTermination(self);
        });

        EventFilter.Error("Next state nowhere does not exist").ExpectOne(() => fsm.Tell("go"));

        ExpectMsg("Failure(Next state nowhere does not exist) one 1");
    }

    [Fact]
    public void Needs_a_first_state()
    {
        var messages = new List<string>();
        Start(self =>
        {
            messages.Add(Assert.Throws<IllegalStateException>(self.Initialize).Message);
            messages.Add(Assert.Throws<IllegalStateException>(() => self.StateName).Message);
            self.StartWith("one", 1);
            self.When("one", _ => null);
        });

        Assert.Equal("You must call StartWith before calling Initialize.", messages[0]);
        Assert.Equal("You must call StartWith before calling StateName.", messages[1]);
    }

    [Fact]
    public void Starts_afresh_when_it_is_restarted()
    {
        var fsm = Start(self =>
        {
            self.StartWith("one", 1);
            self.When("one", _ => self.GoTo("two").Using(2));
            self.When("two", _ => throw new InvalidOperationException("expected"));
        });
        fsm.Tell("go");
        Assert.Equal("two 2", StateOf(fsm));

        fsm.Tell("fail");

        Assert.Equal("one 1", StateOf(fsm));
    }

    private void TwoStates(ScriptedFsm self)
    {
        self.StartWith("one", 1);
        self.When("one", _ => self.GoTo("two"));
        self.When("two", _ => self.GoTo("one"));
    }

    private void ReportTermination(ScriptedFsm self) => self.OnTermination(
        end => TestActor.Tell($"{end.Reason} {end.TerminatedState} {end.StateData}"));

    private IActorRef Start(Action<ScriptedFsm> script)
    {
        var fsm = Sys.ActorOf(Props.Create(() => new ScriptedFsm(script)));
        StateOf(fsm);
        return fsm;
    }

    private string StateOf(IActorRef fsm)
    {
        var probe = CreateTestProbe();
        fsm.Tell(ScriptedFsm.Show, probe);
        return probe.ExpectMsg<string>();
    }
}
