namespace Akka.Actor.Scheduler;

/// <summary>What a timer sends to its actor; the actor sees the message within.</summary>
internal interface ITimerMsg : IWrappedMessage, INoSerializationVerificationNeeded
{
    object Key { get; }

    int Generation { get; }

    TimerScheduler Owner { get; }
}
