using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    // How long a block that awaits may overrun its time before the test stops waiting for it.
    private static readonly TimeSpan WithinGrace = TimeSpan.FromSeconds(1);

    public void Within(
        TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
        => Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    public void Within(
        TimeSpan min,
        TimeSpan max,
        Action action,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
        => Within<object?>(
            min,
            max,
            () =>
            {
                action();
                return null;
            },
            hint,
            epsilonValue,
            cancellationToken);

    public T Within<T>(
        TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
        => Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    public T Within<T>(
        TimeSpan min,
        TimeSpan max,
        Func<T> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
        => Completed(Bounded(min, max, () => new ValueTask<T>(function()), hint, epsilonValue));

    public Task WithinAsync(
        TimeSpan max,
        Func<Task> actionAsync,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
        => WithinAsync(TimeSpan.Zero, max, actionAsync, null, epsilonValue, cancellationToken);

    public Task WithinAsync(
        TimeSpan min,
        TimeSpan max,
        Func<Task> actionAsync,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
        => WithinAsync<object?>(
            min,
            max,
            async () =>
            {
                await actionAsync();
                return null;
            },
            hint,
            epsilonValue,
            cancellationToken);

    public Task<T> WithinAsync<T>(
        TimeSpan max,
        Func<Task<T>> function,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
        => WithinAsync(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    public Task<T> WithinAsync<T>(
        TimeSpan min,
        TimeSpan max,
        Func<Task<T>> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
        => Bounded(min, max, () => AwaitUntilEnd(function, hint, cancellationToken), hint, epsilonValue).AsTask();

    private async ValueTask<T> Bounded<T>(
        TimeSpan min, TimeSpan max, Func<ValueTask<T>> block, string? hint, TimeSpan? epsilonValue)
    {
        min.EnsureIsPositiveFinite(nameof(min));
        max.EnsureIsPositiveFinite(nameof(max));

        var start = Now;
        var outerEnd = _end;
        var remaining = outerEnd.HasValue ? outerEnd.Value - start : Timeout.InfiniteTimeSpan;
        _assertions.AssertTrue(
            !outerEnd.HasValue || remaining >= min,
            "Required min time {0} not possible, only {1} left. {2}",
            min, remaining, hint ?? "");

        var limit = Dilated(max).Min(outerEnd.HasValue ? remaining : null);
        _tookAllTime = false;
        _end = start + limit;
        T result;
        try
        {
            result = await block().ConfigureAwait(false);
        }
        finally
        {
            _end = outerEnd;
        }

        CheckDuration(Now - start, min, limit + (epsilonValue ?? TimeSpan.Zero), limit, hint);
        return result;
    }

    private void CheckDuration(TimeSpan elapsed, TimeSpan min, TimeSpan max, TimeSpan limit, string? hint)
    {
        if (elapsed < min)
            Fail("Failed: Block took {0}, should have at least been {1}. {2}", elapsed, min, hint ?? "");
        if (!_tookAllTime && elapsed > max)
            Fail("Failed: Block took {0}, exceeding {1}. {2}", elapsed, limit, hint ?? "");
    }

    private async ValueTask<T> AwaitUntilEnd<T>(
        Func<Task<T>> function, string? hint, CancellationToken cancellationToken)
    {
        var start = Now;
        var limit = Remaining;
        var block = function();

        using var delay = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var overrun = Task.Delay(limit + WithinGrace, delay.Token);
        if (await Task.WhenAny(block, overrun).ConfigureAwait(false) == overrun)
            Fail("Failed: Block took {0}, exceeding {1}. {2}", Now - start, limit, hint ?? "");

        await delay.CancelAsync().ConfigureAwait(false);
        return await block.ConfigureAwait(false);
    }
}
