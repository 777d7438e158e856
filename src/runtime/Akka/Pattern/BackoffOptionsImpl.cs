using Akka.Actor;

namespace Akka.Pattern;

/// <summary>The options; they are checked when they are turned into props.</summary>
internal sealed class BackoffOptionsImpl(
    bool isOnFailure,
    Props childProps,
    string childName,
    TimeSpan minBackoff,
    TimeSpan maxBackoff,
    double randomFactor) : BackoffOptions
{
    private IBackoffReset? _reset;
    private OneForOneStrategy _strategy = new(SupervisorStrategy.DefaultStrategy.Decider);
    private object? _replyWhileStopped;
    private Func<object, bool>? _finalStopMessage;

    internal override Props Props
    {
        get
        {
            Check();
            var reset = _reset ?? new AutoReset(minBackoff);
            return isOnFailure ? OnFailureProps(reset) : OnStopProps(reset);
        }
    }

    public override BackoffOptions WithAutoReset(TimeSpan resetBackoff) =>
        Changed(options => options._reset = new AutoReset(resetBackoff));

    public override BackoffOptions WithManualReset() => Changed(options => options._reset = new ManualReset());

    public override BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy) =>
        Changed(options => options._strategy = supervisorStrategy);

    public override BackoffOptions WithDefaultStoppingStrategy()
    {
        var stopping = new OneForOneStrategy(SupervisorStrategy.StoppingStrategy.Decider);
        return WithSupervisorStrategy(stopping.WithMaxNrOfRetries(_strategy.MaxNumberOfRetries));
    }

    public override BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries) =>
        WithSupervisorStrategy(_strategy.WithMaxNrOfRetries(maxNrOfRetries));

    public override BackoffOptions WithReplyWhileStopped(object replyWhileStopped) =>
        Changed(options => options._replyWhileStopped = replyWhileStopped);

    public override BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage) =>
        Changed(options => options._finalStopMessage = isFinalStopMessage);

    private BackoffOptionsImpl Changed(Action<BackoffOptionsImpl> change)
    {
        var copy = (BackoffOptionsImpl)MemberwiseClone();
        change(copy);
        return copy;
    }

    private void Check()
    {
        if (minBackoff <= TimeSpan.Zero)
            throw new ArgumentException("MinBackoff must be greater than 0");
        if (maxBackoff < minBackoff)
            throw new ArgumentException("MaxBackoff must be greater than MinBackoff");
        if (randomFactor is < 0.0 or > 1.0)
            throw new ArgumentException("RandomFactor must be between 0.0 and 1.0");
    }

    private Props OnStopProps(IBackoffReset reset) => Props.Create(() => new BackoffSupervisor(
        childProps,
        childName,
        minBackoff,
        maxBackoff,
        reset,
        randomFactor,
        _strategy,
        _replyWhileStopped,
        _finalStopMessage));

    private Props OnFailureProps(IBackoffReset reset) => Props.Create(() => new BackoffOnRestartSupervisor(
        childProps,
        childName,
        minBackoff,
        maxBackoff,
        reset,
        randomFactor,
        _strategy,
        _replyWhileStopped,
        _finalStopMessage));
}
