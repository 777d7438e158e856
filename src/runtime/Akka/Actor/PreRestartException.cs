using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>An actor's <c>PreRestart</c> threw: the restart is given up and the supervisor decides again.</summary>
public class PreRestartException : ActorInitializationException
{
    public PreRestartException(
        IActorRef? actor, Exception? restartException, Exception? cause, object? optionalMessage)
        : base(
            actor,
            $"Exception in PreRestart({restartException?.GetType().ToString() ?? "null"}, "
            + $"{optionalMessage?.GetType().ToString() ?? "null"})",
            cause)
    {
        RestartException = restartException;
        OptionalMessage = optionalMessage;
    }

    protected PreRestartException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }

    public object? OptionalMessage { get; }

    public Exception? RestartException { get; }
}
