using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Runs a runnable when it is due.</summary>
internal sealed class RunnableTimer(TimerWheel wheel, IRunnable action) : WheelTimer(wheel)
{
    public override void Run() => action.Run();

    public override string ToString() => $"[{action}]";
}
