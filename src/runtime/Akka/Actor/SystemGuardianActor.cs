using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The actor behind <c>/system</c>: outlives the user's actors, so loggers hear the last of them.</summary>
public class SystemGuardianActor : ActorBase, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    private readonly IActorRef _userGuardian;
    private readonly HashSet<IActorRef> _hooks = [];

    public SystemGuardianActor(IActorRef userGuardian) => _userGuardian = userGuardian;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(_userGuardian):
                // time to go, once those who asked for it have tidied up
                Become(Terminating);
                foreach (var hook in _hooks) hook.Tell(TerminationHook.Instance, Self);
                StopWhenHooksAreDone();
                break;
            case Terminated terminated:
                // a hook that died before its time
                _hooks.Remove(terminated.ActorRef);
                break;
            case StopChild stop:
                Context.Stop(stop.Child);
                break;
            case RegisterTerminationHook when !ReferenceEquals(Sender, Context.System.DeadLetters):
                _hooks.Add(Sender);
                Context.Watch(Sender);
                break;
            default:
                ToDeadLetters(message);
                break;
        }

        return true;
    }

    protected override void PreRestart(Exception reason, object message)
    {
        // children stay
    }

    private bool Terminating(object message)
    {
        switch (message)
        {
            case Terminated terminated:
                _hooks.Remove(terminated.ActorRef);
                StopWhenHooksAreDone();
                break;
            case TerminationHookDone:
                Context.Unwatch(Sender);
                _hooks.Remove(Sender);
                StopWhenHooksAreDone();
                break;
            default:
                ToDeadLetters(message);
                break;
        }

        return true;
    }

    private void StopWhenHooksAreDone()
    {
        if (_hooks.Count > 0) return;
        Context.System.EventStream.StopDefaultLoggers(Context.System);
        Context.Stop(Self);
    }

    private void ToDeadLetters(object message) =>
        Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);
}
