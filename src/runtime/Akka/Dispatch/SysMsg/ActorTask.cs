namespace Akka.Dispatch.SysMsg;

/// <summary>A continuation of an actor's asynchronous handler, to be run on the actor's turn.</summary>
public sealed class ActorTask : SystemMessage
{
    public ActorTask(Task task) => Task = task;

    public Task Task { get; }
}
