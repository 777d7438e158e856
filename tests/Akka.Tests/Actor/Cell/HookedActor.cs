using Akka.Actor;

namespace Akka.Tests.Actor.Cell;

/// <summary>Records its hooks; obeys simple orders.</summary>
internal sealed class HookedActor : UntypedActor
{
    private readonly HookLog _hooks;

    public HookedActor(HookLog hooks)
    {
        _hooks = hooks;
        hooks.Add("new");
    }

    protected override void PreStart() => _hooks.Add("prestart");

    protected override void PostStop() => _hooks.Add("poststop");

    protected override void PreRestart(Exception reason, object message)
    {
        _hooks.Add("prerestart");
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        _hooks.Add("postrestart");
        base.PostRestart(reason);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case "fail":
                throw new InvalidOperationException("fail");
            case "make child":
                Context.ActorOf(Props.Empty.WithDispatcher("manual-children"), "child");
                break;
            default:
                _hooks.Add(message.ToString()!);
                break;
        }
    }
}
