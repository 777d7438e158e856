namespace Akka.Actor.Scheduler;

/// <summary>A running timer, which is also the message it sends and the cancelable that ends it: one object.</summary>
internal class ActorTimer(TimerScheduler owner, object key, object message, int generation, bool isRepeating)
    : Cancelable(owner.Scheduler), ITimerMsg
{
    public TimerScheduler Owner => owner;

    public object Key => key;

    public object Message => message;

    public int Generation => generation;

    public bool IsRepeating => isRepeating;

    public override string ToString() =>
        $"TimerMsg(key={key}, generation={generation}, owner={owner}, message={message})";
}
