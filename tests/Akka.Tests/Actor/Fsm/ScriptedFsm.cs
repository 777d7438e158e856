using Akka.Actor;

namespace Akka.Tests.Actor.Fsm;

/// <summary>A state machine that a test makes up, and that tells its state and data when it is asked to.</summary>
internal sealed class ScriptedFsm : FSM<string, int>, ILoggingFSM
{
    public const string Show = "show yourself";

    public ScriptedFsm(Action<ScriptedFsm> script) => script(this);

    protected override bool Receive(object message)
    {
        if (message is not Show)
            return base.Receive(message);
        Sender.Tell($"{StateName} {StateData}");
        return true;
    }
}
