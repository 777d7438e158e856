namespace Akka.Actor;

/// <summary>Takes every message and does nothing.</summary>
internal sealed class EmptyActor : UntypedActor
{
    protected override void OnReceive(object message)
    {
    }
}
