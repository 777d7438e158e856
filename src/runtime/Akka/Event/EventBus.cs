using System.Collections.Concurrent;

namespace Akka.Event;

/// <summary>
/// Delivers events to those who subscribed to a classifier that the event falls under. Changes of subscriptions are
/// rare and take a lock; publishing reads a cache of subscribers per classifier and takes none.
/// </summary>
public abstract class EventBus<TEvent, TClassifier, TSubscriber>
    where TClassifier : notnull
    where TSubscriber : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TClassifier, List<Subscription<TSubscriber, TClassifier>>> _classifiers = [];

    // Replaced as a whole by each change. A publisher that still holds the old one delivers by the old subscriptions,
    // as if it had published just before the change.
    private volatile ConcurrentDictionary<TClassifier, TSubscriber[]> _cache = new();

    protected EventBus()
    {
    }

    public virtual void Publish(TEvent @event)
    {
        var classifier = GetClassifier(@event);
        if (!_cache.TryGetValue(classifier, out var subscribers))
            subscribers = FindSubscribers(@event, classifier);

        foreach (var subscriber in subscribers)
            Publish(@event, subscriber);
    }

    public virtual bool Subscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_lock)
        {
            if (!_classifiers.TryGetValue(classifier, out var subscriptions))
                _classifiers[classifier] = subscriptions = [];

            if (subscriptions.Exists(s => s.Subscriber.Equals(subscriber)))
                return false;

            WithdrawExclusions(subscriber, classifier);
            subscriptions.Add(new Subscription<TSubscriber, TClassifier>(subscriber));
            _cache = new ConcurrentDictionary<TClassifier, TSubscriber[]>();
            return true;
        }
    }

    public virtual bool Unsubscribe(TSubscriber subscriber)
    {
        lock (_lock)
        {
            var removed = false;
            foreach (var subscriptions in _classifiers.Values)
                removed |= subscriptions.RemoveAll(s => s.Subscriber.Equals(subscriber)) > 0;

            if (removed)
                _cache = new ConcurrentDictionary<TClassifier, TSubscriber[]>();
            return removed;
        }
    }

    public virtual bool Unsubscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_lock)
        {
            var changed = _classifiers.TryGetValue(classifier, out var subscriptions)
                && subscriptions.RemoveAll(s => s.Subscriber.Equals(subscriber)) > 0;

            if (!changed)
                changed = ExcludeFromBroader(subscriber, classifier);

            if (changed)
                _cache = new ConcurrentDictionary<TClassifier, TSubscriber[]>();
            return changed;
        }
    }

    protected abstract bool Classify(TEvent @event, TClassifier classifier);

    protected abstract TClassifier GetClassifier(TEvent @event);

    protected abstract bool IsSubClassification(TClassifier parent, TClassifier child);

    protected abstract void Publish(TEvent @event, TSubscriber subscriber);

    protected string SimpleName(object source) => SimpleName(source.GetType());

    protected string SimpleName(Type source) => source.Name;

    internal bool HasSubscriptions(TSubscriber subscriber)
    {
        lock (_lock)
            return _classifiers.Values.Any(list => list.Exists(s => s.Subscriber.Equals(subscriber)));
    }

    private TSubscriber[] FindSubscribers(TEvent @event, TClassifier classifier)
    {
        // Under the lock, so that what is computed from one state of subscriptions never enters a newer cache.
        lock (_lock)
        {
            var subscribers = new HashSet<TSubscriber>();
            foreach (var (candidate, subscriptions) in _classifiers)
            {
                if (Classify(@event, candidate))
                    subscribers.UnionWith(subscriptions.Where(s => Wants(s, classifier)).Select(s => s.Subscriber));
            }

            return _cache[classifier] = [.. subscribers];
        }
    }

    private bool Wants(Subscription<TSubscriber, TClassifier> subscription, TClassifier classifier)
        => !subscription.Unsubscriptions.Any(excluded => IsSubClassification(excluded, classifier));

    private bool ExcludeFromBroader(TSubscriber subscriber, TClassifier classifier)
    {
        var broader = SubscriptionsAbove(subscriber, classifier).ToList();
        broader.ForEach(s => s.Unsubscriptions.Add(classifier));
        return broader.Count > 0;
    }

    private void WithdrawExclusions(TSubscriber subscriber, TClassifier classifier)
    {
        foreach (var subscription in SubscriptionsAbove(subscriber, classifier))
            subscription.Unsubscriptions.Remove(classifier);
    }

    private IEnumerable<Subscription<TSubscriber, TClassifier>> SubscriptionsAbove(
        TSubscriber subscriber, TClassifier classifier)
        => _classifiers
            .Where(entry => IsSubClassification(entry.Key, classifier))
            .SelectMany(entry => entry.Value)
            .Where(s => s.Subscriber.Equals(subscriber));
}
