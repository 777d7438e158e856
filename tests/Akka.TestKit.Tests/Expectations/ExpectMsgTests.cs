using Akka.Actor;
using Akka.TestKit.TestActors;

namespace Akka.TestKit.Tests.Expectations;

public class ExpectMsgTests : Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void Returns_the_message_when_it_is_of_the_type()
    {
        TestActor.Tell("hello");

        Assert.Equal("hello", ExpectMsg<string>());
    }

    [Fact]
    public async Task Returns_the_message_when_it_is_awaited()
    {
        TestActor.Tell("hello");

        Assert.Equal("hello", await ExpectMsgAsync<string>());
    }

    [Fact]
    public void Returns_a_message_that_comes_later()
    {
        Sys.Scheduler.ScheduleTellOnce(Short, TestActor, "late", ActorRefs.NoSender);

        ExpectMsg("late", TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Returns_a_message_that_comes_later_when_it_is_awaited()
    {
        Sys.Scheduler.ScheduleTellOnce(Short, TestActor, "late", ActorRefs.NoSender);

        await ExpectMsgAsync("late", TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Fails_when_nothing_comes()
    {
        var text = Failing.TextOf(() => ExpectMsg<string>(Short, "of Mary"));

        Assert.Equal(
            "Failed: Timeout 00:00:00.0500000 while waiting for a message of type System.String of Mary", text);
    }

    [Fact]
    public async Task Fails_when_nothing_comes_and_it_is_awaited()
    {
        var text = await Failing.TextOf(() => ExpectMsgAsync<string>(Short).AsTask());

        Assert.Equal("Failed: Timeout 00:00:00.0500000 while waiting for a message of type System.String ", text);
    }

    [Fact]
    public void Fails_when_the_message_is_of_another_type()
    {
        TestActor.Tell(4711);

        var text = Failing.TextOf(() => ExpectMsg<string>());

        Assert.Equal(
            "Failed: Expected a message of type System.String, but received {4711} (type System.Int32) instead  " +
            $"from {TestActor}",
            text);
    }

    [Fact]
    public void Fails_when_the_message_is_another_one()
    {
        TestActor.Tell("b");

        var text = Failing.TextOf(() => ExpectMsg("a"));

        Assert.Contains("Expected: a", text);
        Assert.Contains("Actual:   b", text);
    }

    [Fact]
    public void Fails_when_the_predicate_does_not_accept_the_message()
    {
        TestActor.Tell("b");

        var text = Failing.TextOf(() => ExpectMsg<string>(s => s == "a"));

        Assert.Equal(
            "Got a message of the expected type <System.String>. Also expected the predicate to return true " +
            "but the message {b} of type <System.String> did not match",
            text);
    }

    [Fact]
    public void Fails_with_the_assertion_that_the_test_gives()
    {
        TestActor.Tell("b");

        Assert.Contains("\"a\"", Failing.TextOf(() => ExpectMsg<string>(s => Assert.Equal("a", s))));
    }

    [Fact]
    public void Fails_when_the_predicate_does_not_accept_message_and_sender()
    {
        TestActor.Tell("b", TestActor);

        var text = Failing.TextOf(() => ExpectMsg<string>((_, sender) => !sender.Equals(TestActor), hint: "stranger"));

        Assert.StartsWith(
            $"Got a message of the expected type <System.String> from {TestActor}. Also expected stranger", text);
    }

    [Fact]
    public void Compares_as_the_test_says()
    {
        TestActor.Tell("HELLO");

        ExpectMsg("hello", (a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Compares_lists_item_by_item()
    {
        TestActor.Tell(new List<int> { 1, 2 });

        ExpectMsg<IEnumerable<int>>([1, 2]);
    }

    [Fact]
    public void Expects_a_termination()
    {
        var actor = Watch(Sys.ActorOf(BlackHoleActor.Props));
        Sys.Stop(actor);

        Assert.Equal(actor, ExpectTerminated(actor).ActorRef);
    }

    [Fact]
    public void Fails_when_another_actor_terminated()
    {
        var actor = Watch(Sys.ActorOf(BlackHoleActor.Props, "mortal"));
        Sys.Stop(actor);

        var text = Failing.TextOf(() => ExpectTerminated(TestActor));

        Assert.Contains($"Terminated {TestActor}", text);
        Assert.Contains("mortal", text);
    }

    [Fact]
    public void Fails_when_something_comes_where_nothing_should()
    {
        TestActor.Tell("noise");

        var text = Failing.TextOf(() => ExpectNoMsg(10_000));

        Assert.StartsWith(
            $"Failed: Expected no messages during 00:00:10, instead we received <noise> from {TestActor} after ",
            text);
    }

    [Fact]
    public void Accepts_silence() => ExpectNoMsg(Short);

    [Fact]
    public void Remembers_the_last_message_and_its_sender()
    {
        TestActor.Tell("hello", TestActor);
        ExpectMsg<string>();

        Assert.Equal("hello", LastMessage);
        Assert.Equal(TestActor, LastSender);
    }

    [Fact]
    public void Has_no_last_message_when_none_came()
    {
        Failing.TextOf(() => ExpectMsg<string>(Short));

        Assert.Throws<IllegalActorStateException>(() => LastMessage);
    }
}
