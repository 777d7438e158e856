namespace Akka.Dispatch.SysMsg;

/// <summary>Asks the system guardian to tell the sender, by TerminationHook, when user actors are gone.</summary>
public sealed class RegisterTerminationHook
{
    private RegisterTerminationHook()
    {
    }

    public static RegisterTerminationHook Instance { get; } = new();

    public override string ToString() => "<RegisterTerminationHook>";
}
