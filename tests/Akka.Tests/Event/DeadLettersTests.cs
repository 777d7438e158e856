using Akka.Event;

namespace Akka.Tests.Event;

public class DeadLettersTests : TestKit.Xunit2.TestKit
{
    [Fact]
    public void Shows_what_went_where()
    {
        Assert.Equal(
            $"DeadLetter from {TestActor} to {TestActor}: <hello>",
            new DeadLetter("hello", TestActor, TestActor).ToString());
    }

    [Fact]
    public void Needs_a_sender_and_a_recipient()
    {
        Assert.Throws<ArgumentNullException>("sender", () => new DeadLetter("hello", null!, TestActor));
        Assert.Throws<ArgumentNullException>("recipient", () => new DeadLetter("hello", TestActor, null!));
        Assert.Throws<ArgumentNullException>(
            "sender", () => new SuppressedDeadLetter(new Unimportant(), null!, TestActor));
        Assert.Throws<ArgumentNullException>(
            "recipient", () => new SuppressedDeadLetter(new Unimportant(), TestActor, null!));
    }

    [Fact]
    public void Come_together_in_one_channel()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));

        Sys.DeadLetters.Tell("lost", TestActor);
        Sys.DeadLetters.Tell(new Unimportant(), TestActor);
        Sys.EventStream.Publish(new Dropped("dropped", "full", TestActor));

        Assert.Equal("lost", ExpectMsg<DeadLetter>().Message);
        Assert.IsType<Unimportant>(ExpectMsg<SuppressedDeadLetter>().Message);
        Assert.Equal("full", ExpectMsg<Dropped>().Reason);
    }

    private sealed class Unimportant : IDeadLetterSuppression;
}
