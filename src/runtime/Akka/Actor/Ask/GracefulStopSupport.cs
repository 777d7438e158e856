namespace Akka.Actor;

/// <summary>Stopping an actor with a message, and waiting for its death.</summary>
public static class GracefulStopSupport
{
    /// <summary>True when the actor is dead; cancelled when it outlived the time-out.</summary>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) =>
        target.GracefulStop(timeout, PoisonPill.Instance);

    /// <inheritdoc cref="GracefulStop(IActorRef, TimeSpan)"/>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var promise = DeathWatchPromise.On(target);
        target.Tell(stopMessage, ActorRefs.NoSender);
        return promise.WithinAsync(timeout);
    }
}
