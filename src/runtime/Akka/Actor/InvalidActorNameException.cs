using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>An actor's name is missing, malformed or taken by a sibling.</summary>
public class InvalidActorNameException : AkkaException
{
    public InvalidActorNameException(string? message) : base(message)
    {
    }

    public InvalidActorNameException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    protected InvalidActorNameException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }
}
