using Akka.Actor;

namespace Akka.Pattern;

/// <summary>
/// What a back-off supervisor does; see <see cref="Backoff"/>. Each method makes a new set of options.
/// </summary>
public abstract class BackoffOptions
{
    internal abstract Props Props { get; }

    public abstract BackoffOptions WithAutoReset(TimeSpan resetBackoff);

    public abstract BackoffOptions WithManualReset();

    public abstract BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy);

    public abstract BackoffOptions WithDefaultStoppingStrategy();

    /// <summary>-1: without limit.</summary>
    public abstract BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries);

    public abstract BackoffOptions WithReplyWhileStopped(object replyWhileStopped);

    /// <summary>After such a message the supervisor stops when its child does.</summary>
    public abstract BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage);
}
