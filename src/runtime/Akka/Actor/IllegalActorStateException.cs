using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>An actor was used in a way that its state does not allow.</summary>
public class IllegalActorStateException : AkkaException
{
    public IllegalActorStateException(string? message) : base(message)
    {
    }

    protected IllegalActorStateException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }
}
