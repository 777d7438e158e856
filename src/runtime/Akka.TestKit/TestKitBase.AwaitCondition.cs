using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    private static readonly TimeSpan MaxPollInterval = TimeSpan.FromMilliseconds(50);

    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default)
        => AwaitCondition(conditionIsFulfilled, null, (string?)null, cancellationToken);

    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default)
        => AwaitCondition(conditionIsFulfilled, max, (string?)null, cancellationToken);

    public void AwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        string? message,
        CancellationToken cancellationToken = default)
    {
        var timeout = RemainingOrDilated(max);
        Await(true, AsTask(conditionIsFulfilled), timeout, PollInterval(timeout), message, cancellationToken)
            .GetAwaiter().GetResult();
    }

    public void AwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default)
        => Await(
            true, AsTask(conditionIsFulfilled), RemainingOrDilated(max), interval, message, cancellationToken)
            .GetAwaiter().GetResult();

    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, CancellationToken cancellationToken = default)
        => AwaitConditionAsync(conditionIsFulfilled, null, (string?)null, cancellationToken);

    public Task AwaitConditionAsync(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default)
        => AwaitConditionAsync(conditionIsFulfilled, null, (string?)null, cancellationToken);

    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default)
        => AwaitConditionAsync(conditionIsFulfilled, max, (string?)null, cancellationToken);

    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan? max,
        string? message,
        CancellationToken cancellationToken = default)
    {
        var timeout = RemainingOrDilated(max);
        return Await(false, conditionIsFulfilled, timeout, PollInterval(timeout), message, cancellationToken);
    }

    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        string? message,
        CancellationToken cancellationToken = default)
        => AwaitConditionAsync(AsTask(conditionIsFulfilled), max, message, cancellationToken);

    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default)
        => Await(false, conditionIsFulfilled, RemainingOrDilated(max), interval, message, cancellationToken);

    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default)
        => AwaitConditionAsync(AsTask(conditionIsFulfilled), max, interval, message, cancellationToken);

    public bool AwaitConditionNoThrow(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default)
        => InternalAwaitCondition(
            conditionIsFulfilled, max, interval ?? DefaultAwaitInterval, static (_, _) => { }, cancellationToken);

    public Task<bool> AwaitConditionNoThrowAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default)
        => InternalAwaitConditionAsync(
            conditionIsFulfilled, max, interval ?? DefaultAwaitInterval, static (_, _) => { }, cancellationToken);

    public Task<bool> AwaitConditionNoThrowAsync(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default)
        => AwaitConditionNoThrowAsync(AsTask(conditionIsFulfilled), max, interval, cancellationToken);

    protected static bool InternalAwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object[]> fail,
        CancellationToken cancellationToken = default)
        => InternalAwaitCondition(conditionIsFulfilled, max, interval, fail, null, cancellationToken);

    protected static bool InternalAwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object[]> fail,
        ILoggingAdapter? logger,
        CancellationToken cancellationToken = default)
        => Completed(Poll(true, AsTask(conditionIsFulfilled), max, interval, fail, logger, cancellationToken));

    protected static Task<bool> InternalAwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object[]> fail,
        CancellationToken cancellationToken = default)
        => InternalAwaitConditionAsync(conditionIsFulfilled, max, interval, fail, null, cancellationToken);

    protected static Task<bool> InternalAwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object[]> fail,
        ILoggingAdapter? logger,
        CancellationToken cancellationToken = default)
        => Poll(false, conditionIsFulfilled, max, interval, fail, logger, cancellationToken).AsTask();

    private static TimeSpan PollInterval(TimeSpan timeout) => (timeout / 10).Min(MaxPollInterval);

    private static Func<Task<bool>> AsTask(Func<bool> condition) => () => Task.FromResult(condition());

    private async Task Await(
        bool blocking,
        Func<Task<bool>> condition,
        TimeSpan timeout,
        TimeSpan? interval,
        string? message,
        CancellationToken cancellationToken)
        => await Poll(
            blocking,
            condition,
            timeout,
            interval,
            (format, args) => _assertions.Fail(format + Escape(message), args),
            TestKitSettings.LogTestKitCalls ? Log : null,
            cancellationToken).ConfigureAwait(false);

    private static async ValueTask<bool> Poll(
        bool blocking,
        Func<Task<bool>> condition,
        TimeSpan max,
        TimeSpan? interval,
        Action<string, object[]> fail,
        ILoggingAdapter? logger,
        CancellationToken cancellationToken)
    {
        max.EnsureIsPositiveFinite(nameof(max));
        var start = Now;
        logger?.Debug("Awaiting condition for {0}.", max);
        while (!await condition())
        {
            if (Now - start > max)
            {
                logger?.Debug("Timeout {0} expired while waiting for condition.", max);
                fail("Timeout {0} expired while waiting for condition.", [max]);
                return false;
            }

            // Back to the context of the test, as in AwaitAssert.
            await Pause(blocking, AtLeastZero(start + max - Now).Min(interval), cancellationToken);
        }

        logger?.Debug("Condition fulfilled after {0}", Now - start);
        return true;
    }
}
