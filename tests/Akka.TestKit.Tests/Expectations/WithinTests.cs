namespace Akka.TestKit.Tests.Expectations;

public class WithinTests : Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public void Bounds_the_expectations_in_its_block()
    {
        var text = Failing.TextOf(() => Within(Short, () => ExpectMsg<string>()));

        Assert.Matches(
            @"^Failed: Timeout 00:00:00\.0[0-5]\d+ while waiting for a message of type System\.String ", text);
    }

    [Fact]
    public void Returns_what_its_block_returns() => Assert.Equal(42, Within(Long, () => 42));

    [Fact]
    public async Task Returns_what_its_block_awaits()
        => Assert.Equal(42, await WithinAsync(Long, () => Task.FromResult(42)));

    [Fact]
    public void Fails_when_its_block_takes_too_long()
    {
        var text = Failing.TextOf(() => Within(Short, () => AwaitConditionNoThrow(() => false, 2 * Short)));

        Assert.Matches(@"^Failed: Block took 00:00:\d\d\.\d+, exceeding 00:00:00\.0500000\. $", text);
    }

    [Fact]
    public async Task Fails_when_its_block_does_not_end()
    {
        var never = new TaskCompletionSource();

        var text = await Failing.TextOf(() => WithinAsync(Short, () => never.Task));

        Assert.StartsWith("Failed: Block took", text);
    }

    [Fact]
    public void Fails_when_its_block_is_too_fast()
    {
        var text = Failing.TextOf(() => Within(Long, 2 * Long, () => { }, "sleepy"));

        Assert.Matches(@"^Failed: Block took 00:00:\d\d\.\d+, should have at least been 00:01:00\. sleepy$", text);
    }

    [Fact]
    public void Takes_no_longer_than_the_block_around_it()
        => Within(Long, () => Within(10 * Long, () => Assert.True(Remaining <= Long)));

    [Fact]
    public void Fails_when_the_block_around_it_has_too_little_time_left()
    {
        var text = Failing.TextOf(() => Within(Long, () => Within(2 * Long, 3 * Long, () => { })));

        Assert.Matches(@"^Required min time 00:02:00 not possible, only 00:0[01]:\d\d(\.\d+)? left\. $", text);
    }

    [Fact]
    public void May_take_all_of_its_time_in_silence() => Within(2 * Short, () => ExpectNoMsg());

    [Fact]
    public void Fails_when_the_silence_in_it_takes_longer()
        => Assert.StartsWith(
            "Failed: Block took", Failing.TextOf(() => Within(Short, () => ExpectNoMsg(2 * Short))));

    [Fact]
    public void Gives_the_time_that_remains() => Within(Long, () => Assert.InRange(Remaining, TimeSpan.Zero, Long));

    [Fact]
    public void Knows_no_remaining_time_outside_of_a_block()
        => Assert.Equal(
            "Remaining may not be called outside of \"within\"",
            Assert.Throws<InvalidOperationException>(() => Remaining).Message);

    [Fact]
    public void Uses_the_default_outside_of_a_block()
        => Assert.Equal(TestKitSettings.SingleExpectDefault, RemainingOrDefault);
}
