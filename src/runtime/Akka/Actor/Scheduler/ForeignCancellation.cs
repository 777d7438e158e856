namespace Akka.Actor;

/// <summary>Ties a timer to a cancelable that knows nothing of timers, by its token.</summary>
internal sealed class ForeignCancellation : IDisposable
{
    private readonly CancellationTokenRegistration _registration;

    public ForeignCancellation(ICancelable cancelable, IScheduledWork work)
    {
        _registration = cancelable.Token.UnsafeRegister(static work => ((IScheduledWork)work!).Cancel(), work);
    }

    // Unregister does not wait for a callback under way, which may be the one that led here.
    public void Dispose() => _registration.Unregister();
}
