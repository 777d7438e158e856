namespace Akka.Event;

/// <summary>One subscriber of a classifier, with the sub-classifiers that it does not want.</summary>
public class Subscription<TSubscriber, TClassifier>
{
    public Subscription(TSubscriber subscriber, IEnumerable<TClassifier> unsubscriptions)
    {
        Subscriber = subscriber;
        Unsubscriptions = new HashSet<TClassifier>(unsubscriptions);
    }

    public Subscription(TSubscriber subscriber)
        : this(subscriber, [])
    {
    }

    public TSubscriber Subscriber { get; }

    public ISet<TClassifier> Unsubscriptions { get; }
}
