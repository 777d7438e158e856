namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by a parent: process no user messages until resumed. Suspensions nest.</summary>
public sealed class Suspend : SystemMessage
{
    internal override bool WaitsForChildren => true;

    public override string ToString() => "<Suspend>";
}
