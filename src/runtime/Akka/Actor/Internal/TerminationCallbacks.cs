using Akka.Event;

namespace Akka.Actor.Internal;

/// <summary>What is to be run when a system has terminated: last registered, first run.</summary>
internal sealed class TerminationCallbacks
{
    private readonly Lock _lock = new();
    private Stack<Action>? _callbacks = new();

    /// <exception cref="InvalidOperationException">They have been run already.</exception>
    public void Add(Action code)
    {
        lock (_lock)
        {
            if (_callbacks is null) throw new InvalidOperationException("ActorSystem already terminated.");
            _callbacks.Push(code);
        }
    }

    public void Run(ILoggingAdapter log)
    {
        Stack<Action>? callbacks;
        lock (_lock)
        {
            callbacks = _callbacks;
            _callbacks = null;
        }

        foreach (var callback in callbacks ?? new Stack<Action>())
        {
            try
            {
                callback();
            }
            catch (Exception e)
            {
                // one callback's failure must not keep the others from running
                log.Error(e, "A termination callback failed: {0}", e.Message);
            }
        }
    }
}
