namespace Akka.Actor;

/// <summary>A named timer of a state machine: its message and its cancelable in one.</summary>
internal sealed class FsmTimer(IScheduler scheduler, object owner, string name, object message, bool repeat)
    : Cancelable(scheduler), INoSerializationVerificationNeeded
{
    public object Owner => owner;

    public string Name => name;

    public object Message => message;

    public bool Repeat => repeat;

    public override string ToString() => $"timer '{name}'";
}
