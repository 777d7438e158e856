using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Injects the actor that is registered for a type.</summary>
public interface IRequiredActor<TActor>
{
    IActorRef ActorRef { get; }

    Task<IActorRef> GetAsync(CancellationToken cancellationToken = default);
}
