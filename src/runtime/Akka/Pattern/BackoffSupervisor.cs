using Akka.Actor;
using Akka.Event;

namespace Akka.Pattern;

/// <summary>Starts its child again when it has stopped, later each time.</summary>
public sealed partial class BackoffSupervisor : BackoffSupervisorBase
{
    private readonly TimeSpan _minBackoff;
    private readonly TimeSpan _maxBackoff;
    private readonly double _randomFactor;
    private readonly SupervisorStrategy _strategy;

    public BackoffSupervisor(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor)
        : this(
            childProps,
            childName,
            minBackoff,
            maxBackoff,
            new AutoReset(minBackoff),
            randomFactor,
            Actor.SupervisorStrategy.DefaultStrategy)
    {
    }

    public BackoffSupervisor(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        IBackoffReset reset,
        double randomFactor,
        SupervisorStrategy strategy,
        object? replyWhileStopped = null,
        Func<object, bool>? finalStopMessage = null)
        : base(childProps, childName, reset, replyWhileStopped, finalStopMessage)
    {
        _minBackoff = minBackoff;
        _maxBackoff = maxBackoff;
        _randomFactor = randomFactor;
        _strategy = strategy;
    }

    public static Props Props(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        PropsWithSupervisorStrategy(
            childProps, childName, minBackoff, maxBackoff, randomFactor, Actor.SupervisorStrategy.DefaultStrategy);

    public static Props Props(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        double randomFactor,
        int maxNrOfRetries)
    {
        var strategy = new OneForOneStrategy(Actor.SupervisorStrategy.DefaultStrategy.Decider);
        return PropsWithSupervisorStrategy(
            childProps, childName, minBackoff, maxBackoff, randomFactor, strategy.WithMaxNrOfRetries(maxNrOfRetries));
    }

    public static Props Props(BackoffOptions options) => options.Props;

    public static Props PropsWithSupervisorStrategy(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        double randomFactor,
        SupervisorStrategy strategy) =>
        Actor.Props.Create(() => new BackoffSupervisor(
            childProps,
            childName,
            minBackoff,
            maxBackoff,
            new AutoReset(minBackoff),
            randomFactor,
            strategy,
            null,
            null));

    /// <summary>The minimum doubled for each restart, up to the maximum, and up to the random share on top.</summary>
    internal static TimeSpan CalculateDelay(
        int restartCount, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor)
    {
        var random = 1.0 + (Random.Shared.NextDouble() * randomFactor);
        var ticks = Math.Min(maxBackoff.Ticks, minBackoff.Ticks * Math.Pow(2, restartCount)) * random;
        return ticks < long.MaxValue ? TimeSpan.FromTicks((long)ticks) : maxBackoff;
    }

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    protected override bool Receive(object message)
    {
        if (message is not Terminated terminated || !terminated.ActorRef.Equals(Child))
            return HandleBackoff(message);
        Child = null;
        if (FinalStopMessageReceived)
            Context.Stop(Self);
        else
            RestartLater();
        return true;
    }

    private void RestartLater()
    {
        var limit = _strategy is OneForOneStrategy strategy ? strategy.MaxNumberOfRetries : -1;
        var next = RestartCountN + 1;
        if (limit >= 0 && next > limit)
        {
            Logging.GetLogger(Context.System, GetType()).Debug(
                "Terminating on restart #{0} which exceeds max allowed restarts ({1})", next, limit);
            Context.Stop(Self);
            return;
        }

        StartChildAfter(CalculateDelay(RestartCountN, _minBackoff, _maxBackoff, _randomFactor));
        RestartCountN = next;
    }
}
