namespace Akka.Actor;

/// <summary>Stands in props that name no actor.</summary>
internal sealed class NoProducer : IIndirectActorProducer
{
    public static readonly NoProducer Instance = new();

    public Type ActorType => typeof(ActorBase);

    public ActorBase Produce() => throw new InvalidOperationException("No actor producer specified!");

    public void Release(ActorBase actor)
    {
    }
}
