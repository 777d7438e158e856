namespace Akka.Tests.Event;

public class DeadLetterLimitTests : TestKit.Xunit2.TestKit
{
    public DeadLetterLimitTests()
        : base("akka.log-dead-letters = 1, akka.log-dead-letters-suspend-duration = infinite")
    {
    }

    [Fact]
    public void Logs_no_more_after_the_last_when_it_does_not_begin_anew()
    {
        EventFilter.Info(contains: "[1] dead letters encountered, no more dead letters will be logged. ")
            .ExpectOne(() => Sys.DeadLetters.Tell(1, TestActor));

        EventFilter.Info(contains: "dead letters encountered")
            .Expect(0, TimeSpan.FromMilliseconds(100), () => Sys.DeadLetters.Tell(2, TestActor));
    }
}
