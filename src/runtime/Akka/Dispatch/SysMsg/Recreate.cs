namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by a parent to restart a child.</summary>
public sealed class Recreate : SystemMessage
{
    public Recreate(Exception cause) => Cause = cause;

    public Exception Cause { get; }

    internal override bool WaitsForChildren => true;

    public override string ToString() => $"<Recreate>{(Cause is null ? "" : $" Cause: {Cause.Message}")}";
}
