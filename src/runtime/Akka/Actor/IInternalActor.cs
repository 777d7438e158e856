namespace Akka.Actor;

/// <summary>Gives the runtime and the TestKit an actor's context.</summary>
public interface IInternalActor
{
    IActorContext ActorContext { get; }
}
