using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Sent to a parent by a child whose actor threw; the parent's strategy decides.</summary>
public sealed class Failed : SystemMessage
{
    public Failed(IActorRef child, Exception cause, long uid)
    {
        Child = child;
        Cause = cause;
        Uid = uid;
    }

    public Exception Cause { get; }

    public IActorRef Child { get; }

    public long Uid { get; }

    internal override bool WaitsForVerdict => true;

    internal override bool WaitsForChildren => true;

    public override string ToString() => $"<Failed>: {Child} ({Uid}) {(Cause is null ? "" : $", Cause: {Cause}")}";
}
