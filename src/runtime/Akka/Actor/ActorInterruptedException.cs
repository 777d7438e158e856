using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>An actor was interrupted while it handled a message.</summary>
public class ActorInterruptedException : AkkaException
{
    public ActorInterruptedException(string? message = null, Exception? cause = null) : base(message, cause)
    {
    }

    protected ActorInterruptedException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }
}
