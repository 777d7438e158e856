namespace Akka.Actor;

/// <summary>Questions to actors: a message whose reply completes a task.</summary>
public static class Futures
{
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    public static Task<object> Ask(
        this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    public static Task<T> Ask<T>(
        this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        Ask<T>(self, message, null, timeout, cancellationToken);

    public static Task<T> Ask<T>(
        this ICanTell self,
        Func<IActorRef, object> messageFactory,
        TimeSpan? timeout,
        CancellationToken cancellationToken) =>
        Ask<T>(self, null, messageFactory, timeout, cancellationToken);

    private static Task<T> Ask<T>(
        ICanTell target,
        object? message,
        Func<IActorRef, object>? messageFactory,
        TimeSpan? timeout,
        CancellationToken cancellationToken)
    {
        FutureActorRef<T>? future = null;
        try
        {
            future = Start<T>(target, timeout, cancellationToken);
            future.DeliverAsk(messageFactory is null ? message! : messageFactory(future), target);
            return future.Result;
        }
        catch
        {
            future?.Release();
            throw;
        }
    }

    private static FutureActorRef<T> Start<T>(ICanTell self, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var provider = ResolveProvider(self)
            ?? throw new ArgumentException("Unable to resolve the target Provider", nameof(self));
        var future = new FutureActorRef<T>(provider);
        // The token first: the timer's thread takes both off when it fires.
        if (cancellationToken.CanBeCanceled)
            future.CancelWith(cancellationToken);
        var limit = timeout ?? provider.Settings.AskTimeout;
        if (limit > TimeSpan.Zero)
            future.TimeOutAfter(limit);
        return future;
    }

    private static IActorRefProvider? ResolveProvider(ICanTell target) => target switch
    {
        ActorSelection selection => ResolveProvider(selection.Anchor),
        IInternalActorRef actor => actor.Provider,
        _ => (ActorCell.GetCurrentSelfOrNoSender() as IInternalActorRef)?.Provider,
    };
}
