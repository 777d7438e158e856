namespace Akka.Actor;

/// <summary>What extensions see of the system.</summary>
public abstract class ExtendedActorSystem : ActorSystem
{
    public abstract IActorRefProvider Provider { get; }

    public abstract ActorProducerPipelineResolver ActorPipelineResolver { get; }

    public abstract IInternalActorRef Guardian { get; }

    public abstract IInternalActorRef SystemGuardian { get; }

    public abstract IInternalActorRef LookupRoot { get; }

    public abstract IActorRef SystemActorOf(Props props, string? name = null);

    public abstract IActorRef SystemActorOf<TActor>(string? name = null) where TActor : ActorBase, new();

    /// <summary>Stops at once, without the steps of a coordinated shutdown.</summary>
    public abstract void Abort();

    /// <summary>The tree of actors as text, for debugging.</summary>
    public abstract string PrintTree();
}
