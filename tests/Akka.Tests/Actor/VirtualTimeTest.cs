using Akka.TestKit;

namespace Akka.Tests.Actor;

/// <summary>A test whose system's clock stands still until the test moves it.</summary>
public abstract class VirtualTimeTest(string config = "")
    : KitTest($"""
        akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
        {config}
        """)
{
    protected TestScheduler Clock => (TestScheduler)Sys.Scheduler;

    protected void Advance(int milliseconds) => Clock.Advance(Ms(milliseconds));
}
