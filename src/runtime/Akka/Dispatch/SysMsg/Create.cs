using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>First message to a cell: create the actor, or fail with what made the creation impossible.</summary>
public sealed class Create : SystemMessage
{
    public Create(ActorInitializationException? failure = null) => Failure = failure;

    public ActorInitializationException? Failure { get; }

    public override string ToString() => $"<Create>{(Failure is null ? "" : $" with failure: {Failure.Message}")}";
}
