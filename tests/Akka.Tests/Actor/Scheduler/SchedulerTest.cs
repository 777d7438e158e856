using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Tests.Actor.Scheduler;

/// <summary>A test with a scheduler of its own, without an actor system.</summary>
public abstract class SchedulerTest : IDisposable
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private protected readonly HashedWheelTimerScheduler Wheel;

    protected SchedulerTest()
    {
        Wheel = Create("akka.scheduler.tick-duration = 10ms");
    }

    protected IScheduler Scheduler => Wheel;

    protected IAdvancedScheduler Advanced => Scheduler.Advanced;

    public void Dispose() => Wheel.Dispose();

    private protected static HashedWheelTimerScheduler Create(string config) =>
        new(ConfigurationFactory.ParseString(config), NoLogger.Instance);

    protected static TimeSpan Ms(int value) => TimeSpan.FromMilliseconds((double)value);
}
