using System.Runtime.Serialization;

namespace Akka.Actor;

/// <summary>An actor's constructor, <c>PreStart</c> or a restart hook failed: the default is to stop it.</summary>
public class ActorInitializationException : AkkaException
{
    public ActorInitializationException()
    {
    }

    public ActorInitializationException(string? message) : base(message)
    {
    }

    public ActorInitializationException(string? message, Exception? cause) : base(message, cause)
    {
    }

    public ActorInitializationException(IActorRef? actor, string? message, Exception? cause = null)
        : base(message, cause)
    {
        Actor = actor;
    }

    protected ActorInitializationException(SerializationInfo info, StreamingContext context) : base(info, context)
    {
    }

    public IActorRef? Actor { get; set; }

    public override string ToString() => Actor is null ? base.ToString() : $"{Actor}: {base.ToString()}";
}
