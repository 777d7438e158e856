namespace Akka.Actor;

/// <summary>Something that waits for an actor, but not for ever.</summary>
internal interface IAskDeadline
{
    void OnTimeout(TimeSpan timeout);
}
