using Akka.Actor;

namespace Akka.Hosting;

/// <summary>
/// Looks the actor up when it is first asked for: a service may be built before the actors are started.
/// </summary>
public sealed class RequiredActor<TActor> : IRequiredActor<TActor>
{
    private readonly IReadOnlyActorRegistry _registry;
    private IActorRef? _actor;

    public RequiredActor(IReadOnlyActorRegistry registry) => _registry = registry;

    public IActorRef ActorRef => _actor ??= _registry.TryGet<TActor>(out var actor)
        ? actor
        : throw new MissingActorRegistryEntryException(
            $"Unable to resolve actor type [{typeof(TActor)}] - if you're using IRequiredActor<T> inside the "
            + "constructor of an IHostedService, consider using the GetAsync method instead so you can wait for the "
            + "actor to be populated by the AkkaService (which runs in parallel.)");

    public async Task<IActorRef> GetAsync(CancellationToken cancellationToken = default)
        => _actor ??= await _registry.GetAsync<TActor>(cancellationToken).ConfigureAwait(false);
}
