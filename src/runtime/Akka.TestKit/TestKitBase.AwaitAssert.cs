using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    private static readonly TimeSpan DefaultAwaitInterval = TimeSpan.FromMilliseconds(100);

    public void AwaitAssert(
        Action assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default)
        => Completed(RepeatAssertion(true, AsTask(assertion), duration, interval, cancellationToken));

    public Task AwaitAssertAsync(
        Action assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default)
        => RepeatAssertion(false, AsTask(assertion), duration, interval, cancellationToken).AsTask();

    public Task AwaitAssertAsync(
        Func<Task> assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default)
        => RepeatAssertion(false, assertion, duration, interval, cancellationToken).AsTask();

    private static Func<Task> AsTask(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };

    private async ValueTask RepeatAssertion(
        bool blocking,
        Func<Task> assertion,
        TimeSpan? duration,
        TimeSpan? interval,
        CancellationToken cancellationToken)
    {
        var pause = interval ?? DefaultAwaitInterval;
        if (pause.IsInfiniteTimeout())
            pause = TimeSpan.MaxValue;
        pause.EnsureIsPositiveFinite(nameof(interval));

        var max = RemainingOrDilated(duration);
        var start = Now;
        for (var attempts = 1; ; attempts++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (Now - start < max)
            {
                // It may hold later: that is what the caller waits for.
            }
            catch (Exception)
            {
                Sys.Log.Warning(
                    "AwaitAssert failed, timeout [{0}] is over after [{1}] attempts and [{2}] elapsed time",
                    max, attempts, Now - start);
                throw;
            }

            // Back to the context of the test: the assertion may send, and expects to be the sender.
            await Pause(blocking, AtLeastZero(start + max - Now).Min(pause), cancellationToken);
        }
    }
}
