using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit.Tests.EventFilters;

/// <summary>A listener that sends to an actor what no filter has taken, instead of printing it.</summary>
public class ForwardingListener : TestEventListener
{
    private IActorRef? _target;

    protected override bool Receive(object message)
    {
        if (message is not ForwardTo forward)
            return base.Receive(message);

        _target = forward.Target;
        _target.Tell("ready");
        return true;
    }

    protected override void Print(LogEvent logEvent)
    {
        if (logEvent.Message is ForwardTo forward)
            Receive(forward);
        else
            _target?.Tell(logEvent);
    }

    public sealed record ForwardTo(IActorRef Target);
}
