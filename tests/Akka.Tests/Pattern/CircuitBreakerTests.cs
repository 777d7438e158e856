using System.Collections.Concurrent;
using Akka.Pattern;
using Akka.Tests.Actor;

namespace Akka.Tests.Pattern;

public class CircuitBreakerTests : VirtualTimeTest
{
    private static readonly Func<Task<string>> Succeed = () => Task.FromResult("fine");
    private static readonly Func<Task<string>> Fail = () => Task.FromException<string>(new FormatException("boom"));

    private readonly BlockingCollection<string> _transitions = [];

    [Fact]
    public async Task Lets_calls_through_while_it_is_closed()
    {
        var breaker = Create(maxFailures: 1);

        Assert.Equal("fine", await breaker.WithCircuitBreaker(Succeed));
        Assert.Equal(3, await breaker.WithCircuitBreaker(3, number => Task.FromResult(number)));
        await breaker.WithCircuitBreaker(() => Task.CompletedTask);
        await breaker.WithCircuitBreaker(3, _ => Task.CompletedTask);
        Assert.Equal("fine", breaker.WithSyncCircuitBreaker(() => "fine"));

        Assert.True(breaker.IsClosed);
    }

    [Fact]
    public async Task Counts_failures_in_a_row()
    {
        var breaker = Create(maxFailures: 5);

        for (var i = 1; i <= 4; i++)
        {
            await Assert.ThrowsAsync<FormatException>(() => breaker.WithCircuitBreaker(Fail));
            Assert.Equal(i, breaker.CurrentFailureCount);
            Assert.IsType<FormatException>(breaker.LastCaughtException);
        }

        await breaker.WithCircuitBreaker(Succeed);
        Assert.Equal(0, breaker.CurrentFailureCount);
        Assert.Null(breaker.LastCaughtException);
        Assert.True(breaker.IsClosed);
    }

    [Fact]
    public async Task Counts_a_call_that_throws_before_it_has_a_task()
    {
        var breaker = Create(maxFailures: 5);

        await Assert.ThrowsAsync<FormatException>(
            () => breaker.WithCircuitBreaker<string>(() => throw new FormatException()));
        Assert.Throws<FormatException>(() => breaker.WithSyncCircuitBreaker(() => throw new FormatException()));

        Assert.Equal(2, breaker.CurrentFailureCount);
    }

    [Fact]
    public async Task Fails_a_call_that_takes_too_long()
    {
        var breaker = new CircuitBreaker(Sys.Scheduler, 5, Ms(20), Ms(100));

        await Assert.ThrowsAsync<TimeoutException>(
            () => breaker.WithCircuitBreaker(() => new TaskCompletionSource<string>().Task));

        Assert.Equal(1, breaker.CurrentFailureCount);
        Assert.IsType<TimeoutException>(breaker.LastCaughtException);
    }

    [Fact]
    public async Task Opens_when_there_are_too_many_failures()
    {
        var breaker = Create(maxFailures: 2);

        await Assert.ThrowsAsync<FormatException>(() => breaker.WithCircuitBreaker(Fail));
        Assert.True(breaker.IsClosed);
        await Assert.ThrowsAsync<FormatException>(() => breaker.WithCircuitBreaker(Fail));

        Assert.True(breaker.IsOpen);
        Assert.Equal(2, breaker.CurrentFailureCount);
        Assert.Equal("open", Transition());
    }

    [Fact]
    public async Task Fails_calls_at_once_while_it_is_open()
    {
        var breaker = Open();
        var calls = 0;

        var failure = await Assert.ThrowsAsync<OpenCircuitException>(
            () => breaker.WithCircuitBreaker(() => Task.FromResult(++calls)));

        Assert.Equal("Circuit Breaker is open; calls are failing fast", failure.Message);
        Assert.IsType<UserCalledFailException>(failure.InnerException);
        Assert.InRange(failure.RemainingDuration, TimeSpan.FromTicks(1), breaker.ResetTimeout);
        Assert.Equal(0, calls);
    }

    [Fact]
    public void Stays_open_whatever_it_is_told()
    {
        var breaker = Open();

        breaker.Succeed();
        breaker.Fail();

        Assert.True(breaker.IsOpen);
    }

    [Fact]
    public void Is_half_open_when_the_reset_time_has_passed()
    {
        var breaker = Open();

        Clock.Advance(breaker.ResetTimeout - Ms(1));
        Assert.True(breaker.IsOpen);
        Clock.Advance(Ms(1));

        Assert.True(breaker.IsHalfOpen);
        Assert.Equal(["half open", "open"], Transitions(2));
    }

    [Fact]
    public async Task Lets_one_call_through_while_it_is_half_open_and_closes_when_that_succeeds()
    {
        var breaker = HalfOpen();
        var gate = new TaskCompletionSource<string>();

        var first = breaker.WithCircuitBreaker(() => gate.Task);
        var refusal = await Assert.ThrowsAsync<OpenCircuitException>(() => breaker.WithCircuitBreaker(Succeed));
        Assert.StartsWith("Circuit breaker is half open, only one call is allowed", refusal.Message);
        gate.SetResult("fine");

        Assert.Equal("fine", await first);
        Assert.True(breaker.IsClosed);
        Assert.Equal(0, breaker.CurrentFailureCount);
        Assert.Equal(["closed", "half open", "open"], Transitions(3));
    }

    [Fact]
    public async Task Opens_again_when_the_one_call_fails()
    {
        var breaker = HalfOpen();

        await Assert.ThrowsAsync<FormatException>(() => breaker.WithCircuitBreaker(Fail));

        Assert.True(breaker.IsOpen);
        Assert.Equal(["half open", "open", "open"], Transitions(3));
    }

    [Fact]
    public void Does_what_it_is_told_while_it_is_half_open()
    {
        var failed = HalfOpen();
        failed.Fail();
        Assert.True(failed.IsOpen);

        var succeeded = HalfOpen();
        succeeded.Succeed();
        Assert.True(succeeded.IsClosed);
    }

    [Fact]
    public void Counts_what_it_is_told_while_it_is_closed()
    {
        var breaker = Create(maxFailures: 2);

        breaker.Fail();
        Assert.Equal(1, breaker.CurrentFailureCount);
        breaker.Succeed();
        Assert.Equal(0, breaker.CurrentFailureCount);
    }

    [Fact]
    public async Task Lets_a_call_that_began_before_it_opened_end_without_effect()
    {
        var breaker = Create(maxFailures: 1);
        var gate = new TaskCompletionSource<string>();
        var call = breaker.WithCircuitBreaker(() => gate.Task);
        breaker.Fail();

        gate.SetResult("fine");

        Assert.Equal("fine", await call);
        Assert.True(breaker.IsOpen);
    }

    [Fact]
    public void Stays_open_longer_each_time_up_to_a_limit()
    {
        var breaker = Listen(new CircuitBreaker(Sys.Scheduler, 1, Patience, Ms(100)).WithExponentialBackoff(Ms(300)));

        Assert.Equal(Ms(100), TimeOpen(breaker));
        Assert.Equal(Ms(200), TimeOpen(breaker));
        Assert.Equal(Ms(200), TimeOpen(breaker));
        breaker.Succeed();
        Assert.Equal(Ms(100), TimeOpen(breaker));
    }

    [Fact]
    public void Adds_a_random_share_to_the_time()
    {
        var breaker = new CircuitBreaker(Sys.Scheduler, 1, Patience, Ms(100)).WithRandomFactor(0.5);

        Assert.Equal(0.5, breaker.RandomFactor);
        Assert.Equal(Ms(100), TimeOpen(breaker));
        Assert.InRange(TimeOpen(breaker), Ms(100), Ms(151));
    }

    [Fact]
    public void Refuses_factors_that_make_no_sense()
    {
        Assert.Throws<ArgumentException>(() => new CircuitBreaker(Sys.Scheduler, 1, Ms(1), Ms(1), Ms(1), 0.9));
        Assert.Throws<ArgumentException>(() => new CircuitBreaker(Sys.Scheduler, 1, Ms(1), Ms(1), Ms(1), 1.0, 1.1));
    }

    [Fact]
    public void Tells_its_listeners_in_the_order_in_which_they_came()
    {
        var breaker = new CircuitBreaker(Sys.Scheduler, 1, Patience, Patience);
        for (var i = 0; i < 50; i++)
        {
            var number = i.ToString();
            breaker.OnOpen(() => _transitions.Add(number));
        }

        breaker.Fail();

        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(i.ToString(), Transition()));
    }

    [Fact]
    public async Task Opens_once_when_many_calls_fail_at_the_same_time()
    {
        var breaker = Create(maxFailures: 10);

        var calls = Enumerable.Range(0, 200).Select(_ => Task.Run(() => breaker.WithCircuitBreaker(Fail)));

        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(calls));
        Assert.True(breaker.IsOpen);
        Assert.Equal("open", Transition());
        Assert.Empty(_transitions);
    }

    private CircuitBreaker Create(int maxFailures) =>
        Listen(CircuitBreaker.Create(Sys.Scheduler, maxFailures, Patience, TimeSpan.FromSeconds(100)));

    private CircuitBreaker Open()
    {
        var breaker = Create(maxFailures: 1);
        breaker.Fail();
        return breaker;
    }

    private CircuitBreaker HalfOpen()
    {
        var breaker = Open();
        Clock.Advance(breaker.ResetTimeout);
        return breaker;
    }

    private TimeSpan TimeOpen(CircuitBreaker breaker)
    {
        breaker.Fail();
        var time = TimeSpan.Zero;
        for (; breaker.IsOpen; time += Ms(1))
            Advance(1);
        return time;
    }

    private CircuitBreaker Listen(CircuitBreaker breaker) => breaker
        .OnOpen(() => _transitions.Add("open"))
        .OnHalfOpen(() => _transitions.Add("half open"))
        .OnClose(() => _transitions.Add("closed"));

    private string Transition()
    {
        Assert.True(_transitions.TryTake(out var transition, Patience));
        return transition;
    }

    // Listeners are called on the pool: close ones may overtake each other.
    private IEnumerable<string> Transitions(int count) =>
        Enumerable.Range(0, count).Select(_ => Transition()).OrderBy(name => name).ToArray();
}
