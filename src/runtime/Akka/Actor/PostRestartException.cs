using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>The constructor or <c>PostRestart</c> of an actor's new incarnation threw.</summary>
public class PostRestartException : ActorInitializationException
{
    public PostRestartException(IActorRef? actor, Exception? cause, Exception? originalCause)
        : base(actor, $"Exception post restart ({originalCause?.GetType().ToString() ?? "null"})", cause)
    {
        OriginalCause = originalCause;
    }

    protected PostRestartException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }

    public Exception? OriginalCause { get; }
}
