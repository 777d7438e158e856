using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor.Scheduler;

public class ActorTimersDebugLogTests() : VirtualTimeTest("akka.actor.debug.log-timers = on")
{
    [Fact]
    public void Logs_what_happens_to_timers_when_told_to()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Debug));

        Sys.ActorOf(Props.Create(() => new Restarter())).Tell("go");

        ExpectLog("Start timer [key] with generation [1]");
        ExpectLog("Cancel timer [key] with generation [1]");
        ExpectLog("Start timer [key] with generation [2]");
        ExpectLog("Cancel all timers");
    }

    [Fact]
    public void Logs_the_end_of_all_timers_when_there_are_none()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Debug));

        Sys.Stop(Sys.ActorOf(Props.Create(() => new Restarter())));

        ExpectLog("Cancel all timers");
    }

    private void ExpectLog(string text) => FishForMessage(
        message => message is Debug debug
            && debug.Message.ToString() == text
            && debug.LogSource.StartsWith("ActorSystem("),
        Patience);

    private sealed class Restarter : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            Timers.StartSingleTimer("key", "tick", TimeSpan.FromSeconds(1));
            Timers.StartSingleTimer("key", "tick", TimeSpan.FromSeconds(1));
            Context.Stop(Self);
        }
    }
}
