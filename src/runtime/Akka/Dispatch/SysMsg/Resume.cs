namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by a parent: undo one suspension, and, where a cause is given, the failure it belongs to.</summary>
public sealed class Resume : SystemMessage
{
    public Resume(Exception? causedByFailure) => CausedByFailure = causedByFailure;

    public Exception? CausedByFailure { get; set; }

    internal override bool WaitsForChildren => true;

    public override string ToString() =>
        $"<Resume>{(CausedByFailure is null ? "" : $" caused by failure: {CausedByFailure.Message}")}";
}
