namespace Akka.Actor;

/// <summary>An actor that is given timers before its constructor runs.</summary>
public interface IWithTimers
{
    ITimerScheduler Timers { get; set; }
}
