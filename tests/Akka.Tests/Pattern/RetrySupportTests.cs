using Akka.Pattern;
using Akka.Tests.Actor;
using Akka.Util;
using static Akka.Pattern.RetrySupport;

namespace Akka.Tests.Pattern;

public class RetrySupportTests : KitTest
{
    private int _tries;

    [Fact]
    public async Task Tries_once_when_that_succeeds()
    {
        Assert.Equal(1, await Retry(SucceedAt(1), 5));
        Assert.Equal(1, _tries);
    }

    [Fact]
    public async Task Tries_until_it_succeeds() => Assert.Equal(4, await Retry(SucceedAt(4), 5, Ms(1), Sys.Scheduler));

    [Fact]
    public async Task Fails_with_the_last_failure_when_there_are_no_attempts_left()
    {
        var failure = await Assert.ThrowsAsync<FormatException>(() => Retry(SucceedAt(100), 5, Ms(1), Sys.Scheduler));

        Assert.Equal("try 6", failure.Message);
    }

    [Fact]
    public async Task Tries_again_at_once_when_no_time_is_given()
    {
        var failure = await Assert.ThrowsAsync<FormatException>(() => Retry(SucceedAt(10_000), 999));

        Assert.Equal("try 1000", failure.Message);
    }

    [Fact]
    public async Task Tells_the_function_of_delays_how_many_tries_there_were()
    {
        var attempted = new List<int>();

        await Retry(
            SucceedAt(4),
            5,
            attempt =>
            {
                attempted.Add(attempt);
                return attempt == 2 ? Option<TimeSpan>.None : Ms(1);
            },
            Sys.Scheduler);

        Assert.Equal([1, 2, 3], attempted);
    }

    [Fact]
    public async Task Waits_longer_each_time()
    {
        var start = Sys.Scheduler.MonotonicClock;

        await Retry(SucceedAt(4), 5, Ms(5), Ms(15), 0, Sys.Scheduler);

        Assert.True(Sys.Scheduler.MonotonicClock - start >= Ms(10 + 15 + 15));
    }

    [Fact]
    public async Task Takes_what_is_thrown_for_a_failure()
    {
        var result = await Retry(() => ++_tries < 3 ? throw new FormatException() : Task.FromResult("fine"), 5);

        Assert.Equal("fine", result);
    }

    [Fact]
    public async Task Does_not_try_again_what_was_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAsync<TaskCanceledException>(() => Retry(
            () =>
            {
                _tries++;
                return Task.FromCanceled<int>(cancelled);
            },
            5));

        Assert.Equal(1, _tries);
    }

    [Fact]
    public void Refuses_what_makes_no_sense_before_there_is_a_task()
    {
        var scheduler = Sys.Scheduler;

        Refuses<ArgumentNullException>(() => Retry<int>(null!, 1), "Parameter attempt should not be null. "
            + "(Parameter 'attempt')");
        Refuses<ArgumentException>(() => Retry(SucceedAt(1), -1), "Parameter maxAttempts must >= 0.");
        Refuses<ArgumentException>(
            () => Retry(SucceedAt(1), 1, Ms(0), Ms(1), 0, scheduler), "Parameter minBackoff must be > 0");
        Refuses<ArgumentException>(
            () => Retry(SucceedAt(1), 1, Ms(2), Ms(1), 0, scheduler), "Parameter maxBackoff must be >= minBackoff");
        Refuses<ArgumentException>(
            () => Retry(SucceedAt(1), 1, Ms(1), Ms(1), 2, scheduler), "RandomFactor must be between 0.0 and 1.0");
    }

    [Fact]
    public async Task Starts_a_task_after_a_time()
    {
        var start = Sys.Scheduler.MonotonicClock;

        var started = await FutureTimeoutSupport.After(
            Ms(20), Sys.Scheduler, () => Task.FromResult(Sys.Scheduler.MonotonicClock));

        Assert.True(started - start >= Ms(20));
    }

    [Fact]
    public async Task Fails_when_the_task_that_was_to_start_later_throws()
    {
        await Assert.ThrowsAsync<FormatException>(
            () => FutureTimeoutSupport.After<int>(Ms(1), Sys.Scheduler, () => throw new FormatException()));
        await Assert.ThrowsAsync<FormatException>(
            () => FutureTimeoutSupport.After<int>(Ms(0), Sys.Scheduler, () => throw new FormatException()));
    }

    private static void Refuses<T>(Action action, string message) where T : Exception =>
        Assert.Equal(message, Assert.Throws<T>(action).Message);

    private Func<Task<int>> SucceedAt(int success) => () => ++_tries < success
        ? Task.FromException<int>(new FormatException($"try {_tries}"))
        : Task.FromResult(_tries);
}
