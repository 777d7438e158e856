using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>An actor's name is not a valid path element.</summary>
public class IllegalActorNameException : AkkaException
{
    public IllegalActorNameException(string? message) : base(message)
    {
    }

    protected IllegalActorNameException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }
}
