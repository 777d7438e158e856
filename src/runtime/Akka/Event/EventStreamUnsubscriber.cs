using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.Event;

/// <summary>
/// Watches the subscribers of an event stream and unsubscribes those that terminate. Registrations of one actor made
/// by two threads may arrive in either order: the worst that comes of it is a watch that is not needed.
/// </summary>
internal sealed class EventStreamUnsubscriber : ActorBase
{
    private static int _count;

    private readonly EventStream _eventStream;
    private readonly bool _debug;

    public EventStreamUnsubscriber(EventStream eventStream, bool debug)
    {
        _eventStream = eventStream;
        _debug = debug;
    }

    public static void Start(ActorSystemImpl system, EventStream eventStream, bool debug)
    {
        var props = Props.Create(typeof(EventStreamUnsubscriber), eventStream, debug);
        system.SystemActorOf(props, $"EventStreamUnsubscriber-{Interlocked.Increment(ref _count)}");
    }

    protected override void PreStart()
    {
        Trace("registering unsubscriber with {0}", _eventStream);
        _eventStream.InitUnsubscriber(Self);
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Register register:
                Trace("watching {0} in order to unsubscribe from EventStream when it terminates", register.Actor);
                Context.Watch(register.Actor);
                return true;
            case Unregister unregister when _eventStream.HasSubscriptions(unregister.Actor):
                return true;
            case Unregister unregister:
                Trace("unwatching {0} since has no subscriptions", unregister.Actor);
                Context.Unwatch(unregister.Actor);
                return true;
            case Terminated terminated:
                Trace("unsubscribe {0} from {1}, because it was terminated", terminated.ActorRef, _eventStream);
                _eventStream.Unsubscribe(terminated.ActorRef);
                return true;
            default:
                return false;
        }
    }

    private void Trace(string format, params object[] args)
    {
        if (_debug)
            _eventStream.Publish(new Debug(GetType().Name, GetType(), string.Format(format, args)));
    }

    internal sealed record Register(IActorRef Actor) : INoSerializationVerificationNeeded, IDeadLetterSuppression;

    internal sealed record Unregister(IActorRef Actor) : INoSerializationVerificationNeeded, IDeadLetterSuppression;
}
