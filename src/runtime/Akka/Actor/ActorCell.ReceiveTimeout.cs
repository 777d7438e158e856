namespace Akka.Actor;

public partial class ActorCell
{
    private Internal.ReceiveTimeoutTask? _receiveTimeout;

    public TimeSpan? ReceiveTimeout => _receiveTimeout?.Duration;

    /// <summary>Sends <see cref="Actor.ReceiveTimeout"/> to this actor when no message comes for that long; null turns
    /// it off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public void SetReceiveTimeout(TimeSpan? timeout = null)
    {
        if (timeout is not { } duration || duration == global::System.Threading.Timeout.InfiniteTimeSpan)
        {
            ClearReceiveTimeout();
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero, nameof(timeout));
        _receiveTimeout ??= new Internal.ReceiveTimeoutTask(_system.Scheduler, _self);
        _receiveTimeout.Duration = duration;
    }

    /// <summary>Starts the time-out anew after a message, or where it is not running yet.</summary>
    public void CheckReceiveTimeout(bool reschedule = true)
    {
        if (_receiveTimeout is { } task && (reschedule || !task.IsPending)) task.Restart();
    }

    private void ClearReceiveTimeout()
    {
        _receiveTimeout?.Cancel();
        _receiveTimeout = null;
    }
}
