using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>An actor did not handle the <see cref="Terminated"/> of an actor that it watches.</summary>
public class DeathPactException : AkkaException
{
    public DeathPactException(IActorRef deadActor) : base($"Monitored actor [{deadActor}] terminated")
    {
        DeadActor = deadActor;
    }

    protected DeathPactException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
        DeadActor = ActorRefs.Nobody;
    }

    public IActorRef DeadActor { get; }
}
