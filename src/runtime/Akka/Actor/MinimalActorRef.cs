using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>A reference without a cell: it ignores everything that is not overridden.</summary>
public abstract class MinimalActorRef : InternalActorRefBase
{
    public override IInternalActorRef Parent => ActorRefs.Nobody;

    public override bool IsLocal => true;

    public override bool IsTerminated => false;

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        foreach (var element in name)
        {
            if (!string.IsNullOrEmpty(element)) return ActorRefs.Nobody;
        }

        return this;
    }

    public override void Resume(Exception? causedByFailure = null)
    {
    }

    public override void Start()
    {
    }

    public override void Stop()
    {
    }

    public override void Restart(Exception cause)
    {
    }

    public override void Suspend()
    {
    }

    public override void SendSystemMessage(ISystemMessage message)
    {
    }

#nullable disable annotations // as in ICanTell
    protected override void TellInternal(object message, IActorRef sender)
    {
    }
#nullable restore annotations
}
