using Akka.Actor;

namespace Akka.Tests.Actor;

/// <summary>Reports its hooks to a <see cref="HookScript"/>; obeys simple orders, reports all other messages.</summary>
internal class ReportingActor : UntypedActor
{
    private readonly HookScript _script;
    private readonly string _name;
    private readonly bool _keepsChildren;
    private readonly int _instance;

    public ReportingActor(HookScript script, string name, bool keepsChildren = false)
    {
        _script = script;
        _name = name;
        _keepsChildren = keepsChildren;
        _instance = script.NextInstance(name);
        Report("ctor");
    }

    protected override void PreStart() => Report("PreStart");

    protected override void PostStop() => Report("PostStop");

    protected override void PreRestart(Exception reason, object message)
    {
        Report("PreRestart");
        if (!_keepsChildren) base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        Report("PostRestart");
        if (!_keepsChildren) base.PostRestart(reason);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Exception cause:
                throw cause;
            case string order when order.StartsWith("child ", StringComparison.Ordinal):
                var child = order[6..];
                Sender.Tell(Context.ActorOf(Props.Create(() => new ReportingActor(_script, child, false)), child));
                break;
            case "stop":
                Context.Stop(Self);
                break;
            default:
                Report(message.ToString()!);
                break;
        }
    }

    private void Report(string hook) => _script.Reach(_name, _instance, hook);
}
