namespace Akka.TestKit.Tests;

public class TestKitLogTests : Xunit2.TestKit
{
    public TestKitLogTests()
        : base("akka.loglevel = DEBUG, akka.stdout-loglevel = OFF, akka.test.testkit.debug = on")
    {
    }

    [Theory]
    [InlineData(0, "Trying to receive message from TestActor queue. Will not wait.")]
    [InlineData(-5, "Trying to receive message from TestActor queue with negative timeout.")]
    [InlineData(5, "Trying to receive message from TestActor queue within 00:00:00.0050000")]
    public void Tells_how_long_it_waits(int milliseconds, string text)
        => EventFilter.Debug(text).ExpectOne(() => ReceiveOne(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void Tells_that_nothing_came()
        => EventFilter.Debug(start: "Received no message after ").ExpectOne(() => ReceiveOne(TimeSpan.Zero));

    [Fact]
    public void Tells_that_it_was_cancelled()
        => EventFilter.Debug(start: "Peeked no message after ", contains: " Was canceled")
            .ExpectOne(() => PeekOne(new CancellationToken(true)));

    [Fact]
    public void Tells_what_it_waits_for_in_vain()
        => EventFilter.Debug(start: "Timeout 00:00:00.0050000 expired while waiting for condition.")
            .ExpectOne(() => Failing.TextOf(() => AwaitCondition(() => false, TimeSpan.FromMilliseconds(5))));
}
