using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Event;

/// <summary>A logger that sends the events to an actor, which it learns from one of them.</summary>
public class ForwardingLogger : DefaultLogger
{
    private IActorRef? _target;

    protected override bool Receive(object message)
    {
        if (message is not string fence)
            return base.Receive(message);

        Sender.Tell(fence);
        return true;
    }

    protected override void Print(LogEvent logEvent)
    {
        if (logEvent.Message is Target target)
            _target = target.Actor;
        else
            _target?.Tell(logEvent);
    }

    public sealed record Target(IActorRef Actor);
}
