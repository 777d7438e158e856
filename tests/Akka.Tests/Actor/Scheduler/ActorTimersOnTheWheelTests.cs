using Akka.Actor;

namespace Akka.Tests.Actor.Scheduler;

public class ActorTimersOnTheWheelTests : KitTest
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private int Pending => ((HashedWheelTimerScheduler)Sys.Scheduler).PendingTimers;

    [Fact]
    public void Leave_the_wheel_when_the_actor_stops()
    {
        var before = Pending;
        var actor = Sys.ActorOf(Props.Create(() => new Starter(false)));
        actor.Tell("start", TestActor);
        ExpectMsg("started");
        Assert.Equal(before + 2, Pending);

        Bury(actor);

        Assert.Equal(before, Pending);
    }

    [Fact]
    public void Leave_the_wheel_when_the_constructor_throws()
    {
        var before = Pending;

        var actor = Sys.ActorOf(Props.Create(() => new Starter(true)));
        Watch(actor);
        ExpectTerminated(actor);

        Assert.Equal(before, Pending);
    }

    [Fact]
    public void Refuse_a_time_that_makes_no_sense()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Starter(false)));

        actor.Tell(Ms(-1), TestActor);
        ExpectMsg("delay interval initialDelay False");
    }

    private sealed class Starter : ReceiveActor, IWithTimers
    {
        public Starter(bool throws)
        {
            Receive<string>(_ => Start());
            Receive<TimeSpan>(Misuse);
            if (!throws)
                return;
            Start();
            throw new InvalidOperationException("expected");
        }

        public ITimerScheduler Timers { get; set; } = null!;

        private void Start()
        {
            Timers.StartSingleTimer("single", "tick", Long);
            Timers.StartPeriodicTimer("periodic", "tick", Long);
            Sender.Tell("started");
        }

        private void Misuse(TimeSpan time)
        {
            var single = Refused(() => Timers.StartSingleTimer("key", "tick", time));
            var periodic = Refused(() => Timers.StartPeriodicTimer("key", "tick", Long, time));
            var delayed = Refused(() => Timers.StartPeriodicTimer("key", "tick", time, Long));
            Sender.Tell($"{single} {periodic} {delayed} {Timers.IsTimerActive("key")}");
        }

        private static string? Refused(Action action) =>
            Assert.Throws<ArgumentOutOfRangeException>(action).ParamName;
    }
}
