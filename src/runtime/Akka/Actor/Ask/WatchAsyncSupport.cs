namespace Akka.Actor;

/// <summary>Waiting for an actor's death outside of actors.</summary>
public static class WatchAsyncSupport
{
    /// <summary>True when the actor is dead, false when the token was cancelled before.</summary>
    public static async Task<bool> WatchAsync(this IActorRef target, CancellationToken token = default) =>
        await DeathWatchPromise.On(target).UntilAsync(token).ConfigureAwait(false);
}
