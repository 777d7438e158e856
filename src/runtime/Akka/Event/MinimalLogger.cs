using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger that is no actor: it writes on the thread that publishes, from the first moment on.</summary>
public abstract class MinimalLogger : MinimalActorRef
{
    private readonly ActorPath _path = new RootActorPath(Address.AllSystems, "/StandardOutLogger");

    protected MinimalLogger()
    {
    }

    public LogFilterEvaluator Filter { get; internal set; } = LogFilterEvaluator.NoFilters;

    public sealed override ActorPath Path => _path;

    public sealed override IActorRefProvider Provider
        => throw new NotSupportedException("This logger does not provide.");

    protected abstract void Log(object message);

    protected sealed override void TellInternal(object message, IActorRef? sender)
    {
        if (message is null)
            throw new ArgumentNullException(nameof(message), "The message to log must not be null.");

        Log(message);
    }
}
