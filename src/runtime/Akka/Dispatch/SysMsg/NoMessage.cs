namespace Akka.Dispatch.SysMsg;

/// <summary>No message: marks a closed system queue.</summary>
public sealed class NoMessage : SystemMessage
{
    public override string ToString() => "NoMessage";
}
