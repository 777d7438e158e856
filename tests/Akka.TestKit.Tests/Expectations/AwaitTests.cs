using Akka.Actor;

namespace Akka.TestKit.Tests.Expectations;

public class AwaitTests : Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private int _calls;

    [Fact]
    public void Returns_once_the_condition_holds() => AwaitCondition(() => ++_calls == 3, Long, Pause);

    [Fact]
    public async Task Returns_once_the_condition_holds_when_it_is_awaited()
        => await AwaitConditionAsync(() => Task.FromResult(++_calls == 3), Long, Pause);

    [Fact]
    public void Fails_when_the_condition_does_not_hold_in_time()
    {
        var text = Failing.TextOf(() => AwaitCondition(() => false, Short, " Too bad."));

        Assert.Equal("Timeout 00:00:00.0500000 expired while waiting for condition. Too bad.", text);
    }

    [Fact]
    public void Says_whether_the_condition_holds()
    {
        Assert.True(AwaitConditionNoThrow(() => ++_calls == 2, Long, Pause));
        Assert.False(AwaitConditionNoThrow(() => false, Short, Pause));
    }

    [Fact]
    public async Task Stops_awaiting_the_condition_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource(Short);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => AwaitConditionAsync(() => false, Long, Pause, cancellationToken: cancel.Token));
    }

    [Fact]
    public void Returns_once_the_assertion_holds() => AwaitAssert(() => Assert.Equal(3, ++_calls), Long, Pause);

    [Fact]
    public async Task Returns_once_the_assertion_holds_when_it_is_awaited()
        => await AwaitAssertAsync(
            async () =>
            {
                await Task.Yield();
                Assert.Equal(3, ++_calls);
            },
            Long,
            Pause);

    [Fact]
    public void Fails_with_the_last_failure_of_the_assertion()
    {
        EventFilter.Warning(start: "AwaitAssert failed, timeout [00:00:00.0500000] is over after [").ExpectOne(() =>
        {
            var text = Failing.TextOf(() => AwaitAssert(() => Assert.Fail($"call {++_calls}"), Short, Pause));

            Assert.Equal($"call {_calls}", text);
        });
        Assert.True(_calls > 1);
    }

    [Fact]
    public async Task Repeats_an_assertion_with_the_sender_of_the_test()
    {
        await AwaitAssertAsync(
            async () =>
            {
                TestActor.Tell("who?");
                await ExpectMsgAsync<string>();
                Assert.Equal(TestActor, LastSender);
                Assert.Equal(3, ++_calls);
            },
            Long,
            Pause);
    }
}
