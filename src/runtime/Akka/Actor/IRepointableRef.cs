namespace Akka.Actor;

/// <summary>A reference whose cell can be swapped, and which may not have started yet.</summary>
public interface IRepointableRef : IActorRefScope
{
    bool IsStarted { get; }
}
