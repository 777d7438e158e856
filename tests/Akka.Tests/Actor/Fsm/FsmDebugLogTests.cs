using Akka.Actor;

namespace Akka.Tests.Actor.Fsm;

public class FsmDebugLogTests() : KitTest("akka.actor.debug.fsm = on")
{
    [Fact]
    public void Logs_events_timers_and_transitions_when_told_to()
    {
        var fsm = Sys.ActorOf(Props.Create(() => new ScriptedFsm(Script)));

        EventFilter.Debug("setting  timer timer/01:00:00: tick").ExpectOne(() => fsm.Tell("go", TestActor));
        EventFilter.Debug(start: "processing Event: <stop>, StateData: <0> from [")
            .ExpectOne(() => fsm.Tell("stop", TestActor));
        EventFilter.Debug("Cancelling timer timer").ExpectOne(() => fsm.Tell("cancel", TestActor));
        EventFilter.Debug(start: "transition one, 0 -> two, 5").ExpectOne(() => fsm.Tell("two", TestActor));
    }

    private static void Script(ScriptedFsm self)
    {
        self.StartWith("one", 0);
        self.When("two", _ => null);
        self.When("one", fsmEvent =>
        {
            switch (fsmEvent.FsmEvent)
            {
                case "go":
                    self.SetTimer("timer", "tick", TimeSpan.FromHours(1));
                    return self.Stay();
                case "cancel":
                    self.CancelTimer("timer");
                    return self.Stay();
                case "two":
                    return self.GoTo("two").Using(5);
                default:
                    return self.Stay();
            }
        });
    }
}
