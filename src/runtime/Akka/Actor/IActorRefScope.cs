namespace Akka.Actor;

/// <summary>Tells whether the actor behind a reference lives in this process.</summary>
public interface IActorRefScope
{
    bool IsLocal { get; }
}
