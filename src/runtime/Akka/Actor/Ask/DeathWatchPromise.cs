using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>A watcher that is no actor: its task becomes true when the watched actor is dead.</summary>
internal sealed class DeathWatchPromise : MinimalActorRef, IAskDeadline
{
    private readonly TaskCompletionSource<bool> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IInternalActorRef _target;

    private DeathWatchPromise(IInternalActorRef target)
    {
        _target = target;
        // Watchers are told apart by their paths; this one can not be looked up by it.
        Path = target.Provider.TempPath();
    }

    public override ActorPath Path { get; }

    public override IActorRefProvider Provider => _target.Provider;

    public static DeathWatchPromise On(IActorRef target)
    {
        if (target is not IInternalActorRef watchee)
        {
            throw new InvalidOperationException(
                $"{target} is not an {typeof(IInternalActorRef)} and cannot be death-watched");
        }

        var promise = new DeathWatchPromise(watchee);
        watchee.SendSystemMessage(new Watch(watchee, promise));
        return promise;
    }

    /// <exception cref="TaskCanceledException">The time is up and the actor still lives.</exception>
    public async Task<bool> WithinAsync(TimeSpan timeout)
    {
        var timer = timeout >= TimeSpan.Zero ? AskTimeouts.Start(this, timeout) : null;
        var isDead = await UntilGivenUpAsync().ConfigureAwait(false);
        timer?.Cancel();
        return isDead ? true : throw new TaskCanceledException();
    }

    /// <summary>False when the token was cancelled and the actor still lives.</summary>
    public async Task<bool> UntilAsync(CancellationToken token)
    {
        var registration = token.UnsafeRegister(static self => ((DeathWatchPromise)self!).GiveUp(), this);
        var isDead = await UntilGivenUpAsync().ConfigureAwait(false);
        registration.Unregister();
        return isDead;
    }

    void IAskDeadline.OnTimeout(TimeSpan timeout) => GiveUp();

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is DeathWatchNotification notification && notification.Actor.Equals(_target))
            _result.TrySetResult(true);
    }

    private async Task<bool> UntilGivenUpAsync()
    {
        var isDead = await _result.Task.ConfigureAwait(false);
        if (!isDead)
            _target.SendSystemMessage(new Unwatch(_target, this));
        return isDead;
    }

    private void GiveUp() => _result.TrySetResult(false);
}
