using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.Event;

/// <summary>
/// The system's publish-subscribe bus. Whoever subscribes to a class or an interface gets all events of that type.
/// Actors that terminate are unsubscribed by a system actor that watches them.
/// </summary>
public class EventStream : LoggingBus
{
    private readonly bool _debug;
    private readonly Lock _unsubscriberLock = new();
    private readonly HashSet<IActorRef> _awaitingUnsubscriber = [];
    private volatile IActorRef? _unsubscriber;

    public EventStream(bool debug) => _debug = debug;

    public void StartUnsubscriber(ActorSystemImpl system) => EventStreamUnsubscriber.Start(system, this, _debug);

    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        RequireSubscriber(subscriber);
        RegisterWithUnsubscriber(subscriber);

        var subscribed = base.Subscribe(subscriber, channel);
        if (_debug)
            Trace($"subscribing {subscriber} to channel {channel}");
        return subscribed;
    }

    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        RequireSubscriber(subscriber);
        if (_debug)
            Trace($"unsubscribing {subscriber} from channel {channel}");

        var unsubscribed = base.Unsubscribe(subscriber, channel);
        UnregisterFromUnsubscriber(subscriber);
        return unsubscribed;
    }

    public override bool Unsubscribe(IActorRef subscriber)
    {
        RequireSubscriber(subscriber);
        if (_debug)
            Trace($"unsubscribing {subscriber} from all channels");

        var unsubscribed = base.Unsubscribe(subscriber);
        UnregisterFromUnsubscriber(subscriber);
        return unsubscribed;
    }

    internal void InitUnsubscriber(IActorRef unsubscriber)
    {
        IActorRef[] subscribers;
        lock (_unsubscriberLock)
        {
            subscribers = [.. _awaitingUnsubscriber];
            _awaitingUnsubscriber.Clear();
            _unsubscriber = unsubscriber;
        }

        if (_debug)
        {
            Trace($"initialized unsubscriber to: {unsubscriber} registering {subscribers.Length} " +
                "initial subscribers with it");
        }

        foreach (var subscriber in subscribers)
            unsubscriber.Tell(new EventStreamUnsubscriber.Register(subscriber), ActorRefs.NoSender);
    }

    private static void RequireSubscriber(IActorRef subscriber)
    {
        if (subscriber is null)
            throw new ArgumentNullException(nameof(subscriber), "The subscriber cannot be a null actor.");
    }

    private void RegisterWithUnsubscriber(IActorRef subscriber)
    {
        // The logger on standard output is no actor: it cannot die.
        if (subscriber is not MinimalLogger && !Postpone(subscriber))
            _unsubscriber!.Tell(new EventStreamUnsubscriber.Register(subscriber), ActorRefs.NoSender);
    }

    private void UnregisterFromUnsubscriber(IActorRef subscriber)
    {
        if (_unsubscriber is { } unsubscriber)
        {
            unsubscriber.Tell(new EventStreamUnsubscriber.Unregister(subscriber), ActorRefs.NoSender);
            return;
        }

        // Whoever still has subscriptions, or is registered needlessly, costs no more than a watch.
        lock (_unsubscriberLock)
        {
            if (!HasSubscriptions(subscriber))
                _awaitingUnsubscriber.Remove(subscriber);
        }
    }

    private bool Postpone(IActorRef subscriber)
    {
        if (_unsubscriber is not null)
            return false;

        lock (_unsubscriberLock)
        {
            if (_unsubscriber is not null)
                return false;
            _awaitingUnsubscriber.Add(subscriber);
            return true;
        }
    }

    private void Trace(string text) => Publish(new Debug(SimpleName(this), GetType(), text));
}
