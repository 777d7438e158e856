namespace Akka.Actor;

/// <summary>
/// The clock of all questions in the process. It is not the actor system's scheduler: whoever waits on a task waits in
/// real time, even when the system's time is virtual.
/// </summary>
internal static class AskTimeouts
{
    private static readonly TimerWheel Wheel = new(512, TimeSpan.TicksPerMillisecond * 10);

    // Completing a task does not throw: there is nothing to report.
    private static readonly WheelThread Thread = new(Wheel, "ask-timeouts", static (_, _) => { });

    public static WheelTimer Start(IAskDeadline waiter, TimeSpan timeout)
    {
        var timer = new AskTimer(Wheel, waiter, timeout);
        Thread.Schedule(timer, timeout, null);
        return timer;
    }

    private sealed class AskTimer(TimerWheel wheel, IAskDeadline waiter, TimeSpan timeout) : WheelTimer(wheel)
    {
        public override void Run() => waiter.OnTimeout(timeout);
    }
}
