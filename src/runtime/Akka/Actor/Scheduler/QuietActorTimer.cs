namespace Akka.Actor.Scheduler;

/// <summary>A timer whose message must not restart the receive time-out, as the message within must not.</summary>
internal sealed class QuietActorTimer(
    TimerScheduler owner, object key, object message, int generation, bool isRepeating)
    : ActorTimer(owner, key, message, generation, isRepeating), INotInfluenceReceiveTimeout;
