using ActorSockets.IO;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Configs;
using Akka.TestKit.Xunit2;

namespace ActorSockets.Tests.IO;

public class DeadlineQueueTests() : TestKit(TestConfigs.TestSchedulerConfig)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private IoLoop Loop => IoExtension.For(Sys).Engine.Loops[0];

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Does_not_keep_what_waits_no_longer()
    {
        var queue = new DeadlineQueue(Sys.Scheduler, Loop);
        var still = new Waiting(queue, 60 * Second, late => TestActor.Tell(late, ActorRefs.NoSender));
        queue.Add(still);
        for (var i = 0; i < 100_000; i++)
        {
            var item = new Waiting(queue, 60 * Second, _ => Assert.Fail("It has given up"));
            queue.Add(item);
            item.GiveUp();
        }

        Assert.InRange(queue.Count, 1, 2000);
        Scheduler.Advance(60 * Second);
        ExpectMsg("late");
    }

    [Fact]
    public void Keeps_all_that_waits()
    {
        var queue = new DeadlineQueue(Sys.Scheduler, Loop);
        for (var i = 0; i < 5000; i++)
        {
            queue.Add(new Waiting(queue, (1 + i % 7) * Second, late => TestActor.Tell(late, ActorRefs.NoSender)));
        }

        Scheduler.Advance(7 * Second);
        Assert.Equal(5000, ReceiveN(5000).Count);
    }

    private sealed class Waiting(DeadlineQueue queue, TimeSpan time, Action<object> onLate) : IExpiring
    {
        public DateTimeOffset? Deadline { get; private set; } = queue.Now + time;

        public void GiveUp() => Deadline = null;

        public void OnDeadline() => onLate("late");
    }
}
