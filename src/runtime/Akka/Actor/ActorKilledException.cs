using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>Thrown inside an actor that received <see cref="Kill"/>: the default supervision stops it.</summary>
public class ActorKilledException : AkkaException
{
    public ActorKilledException()
    {
    }

    public ActorKilledException(string? message) : base(message)
    {
    }

    protected ActorKilledException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }
}
