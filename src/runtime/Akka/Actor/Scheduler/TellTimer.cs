namespace Akka.Actor;

/// <summary>Sends a message when it is due.</summary>
internal sealed class TellTimer(TimerWheel wheel, ICanTell receiver, object message, IActorRef sender)
    : WheelTimer(wheel)
{
    public override void Run() => receiver.Tell(message, sender);

    public override string ToString() => $"[{receiver}.Tell({message}, {sender})]";
}
