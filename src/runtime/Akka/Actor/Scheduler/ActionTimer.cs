namespace Akka.Actor;

/// <summary>Calls a delegate when it is due.</summary>
internal sealed class ActionTimer(TimerWheel wheel, Action action) : WheelTimer(wheel)
{
    public override void Run() => action();

    public override string ToString() => $"[{action.Method.DeclaringType}.{action.Method.Name}]";
}
