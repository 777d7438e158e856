using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>An actor selection could not be resolved to an actor.</summary>
public class ActorNotFoundException : AkkaException
{
    public ActorNotFoundException()
    {
    }

    public ActorNotFoundException(string? message, Exception? innerException = null) : base(message, innerException)
    {
    }

    protected ActorNotFoundException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }
}
