using System.Diagnostics;

namespace Akka.TestKit.Tests;

public class DilationTests : Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FourTimes = TimeSpan.FromMilliseconds(200);

    public DilationTests()
        : base("akka.test.timefactor = 4")
    {
    }

    [Fact]
    public void Multiplies_by_the_factor() => Assert.Equal(FourTimes, Dilated(Short));

    [Fact]
    public void Leaves_infinity_as_it_is()
        => Assert.Equal(Timeout.InfiniteTimeSpan, Dilated(Timeout.InfiniteTimeSpan));

    [Fact]
    public void Multiplies_the_default()
        => Assert.Equal(4 * TestKitSettings.SingleExpectDefault, RemainingOrDefault);

    [Fact]
    public void Refuses_to_dilate_an_infinite_expectation()
        => Assert.Throws<ArgumentException>(() => RemainingOrDilated(TimeSpan.FromSeconds(-1)));

    public static TheoryData<string, Action<DilationTests>> Bounded => new()
    {
        { "ExpectMsg", kit => kit.ExpectMsg<string>(Short) },
        { "ExpectMsgAllOf", kit => kit.ExpectMsgAllOf(Short, 1) },
        { "ReceiveN", kit => kit.ReceiveN(1, Short) },
        { "FishForMessage", kit => kit.FishForMessage(_ => true, Short) },
        { "AwaitCondition", kit => kit.AwaitCondition(() => false, Short) },
        { "AwaitAssert", kit => kit.AwaitAssert(() => Assert.Fail("never"), Short) },
    };

    [Theory]
    [MemberData(nameof(Bounded))]
    public void Waits_for_the_dilated_time(string name, Action<DilationTests> expectation)
    {
        Assert.NotNull(name);
        var started = Stopwatch.GetTimestamp();

        Failing.TextOf(() => expectation(this));

        // The clock of the system may be set back by a tick of its own.
        Assert.True(Stopwatch.GetElapsedTime(started) >= FourTimes - TimeSpan.FromMilliseconds(20));
    }
}
