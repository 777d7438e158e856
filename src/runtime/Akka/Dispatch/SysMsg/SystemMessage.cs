namespace Akka.Dispatch.SysMsg;

/// <summary>
/// Base class of system messages. An instance is a node of the queue that holds it, so it goes to one actor only.
/// </summary>
public abstract class SystemMessage : ISystemMessage
{
    internal SystemMessage? Next;

    public bool Unlinked => Next is null;

    public void Unlink() => Next = null;

    /// <summary>Whether a cell that has failed and awaits its parent's verdict puts this message aside.</summary>
    internal virtual bool WaitsForVerdict => false;

    /// <summary>Whether a cell that waits for its children to stop puts this message aside.</summary>
    internal virtual bool WaitsForChildren => false;
}
