namespace Akka.TestKit.Tests.Expectations;

public class ExpectSeveralTests : Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void Returns_all_in_the_order_of_their_arrival()
    {
        Send("1", "2", "3", "4");

        Assert.Equal(["1", "2", "3", "4"], ExpectMsgAllOf("3", "1", "4", "2"));
    }

    [Fact]
    public async Task Returns_all_when_they_are_awaited()
    {
        Send("1", "2");

        var received = new List<string>();
        await foreach (var message in ExpectMsgAllOfAsync(["2", "1"]))
            received.Add(message);

        Assert.Equal(["1", "2"], received);
    }

    [Fact]
    public void Counts_equal_messages()
    {
        Send(0, 0);

        Assert.Equal([0, 0], ExpectMsgAllOf(0, 0));
    }

    [Fact]
    public void Fails_when_one_is_unexpected()
    {
        Send("1", "2", "Totally unexpected");

        var text = Failing.TextOf(() => ExpectMsgAllOf("3", "1", "2"));

        Assert.Equal("not found [3] found unexpected [Totally unexpected]", text);
    }

    [Fact]
    public void Fails_when_there_are_too_few()
    {
        Send("1", "2");

        var text = Failing.TextOf(() => ExpectMsgAllOf(Short, "3", "1", "2"));

        Assert.StartsWith("Timeout (00:00:00.0500000) while expecting 3 messages. Only got 2 after ", text);
    }

    [Fact]
    public void Accepts_any_of_several()
    {
        Send("b");

        Assert.Equal("b", ExpectMsgAnyOf(["a", "b"]));
    }

    [Fact]
    public void Fails_when_it_is_none_of_several()
    {
        Send("c");

        Assert.Equal("ExpectMsgAnyOf found unexpected c", Failing.TextOf(() => ExpectMsgAnyOf(["a", "b"])));
    }

    [Fact]
    public void Matches_each_predicate_once()
    {
        Send("a", 1);

        var received = ExpectMsgAllOfMatchingPredicates(
            PredicateInfo.Create<int>(number => number > 0),
            PredicateInfo.Create<string>(text => text == "a"));

        Assert.Equal(["a", 1], received);
    }

    [Fact]
    public void Fails_when_a_predicate_matches_nothing()
    {
        Send("a", -1);

        var text = Failing.TextOf(() => ExpectMsgAllOfMatchingPredicates(
            PredicateInfo.Create<int>(number => number > 0),
            PredicateInfo.Create<string>(text => text == "a")));

        Assert.Equal("not found [Predicate<System.Int32>] found unexpected [-1]", text);
    }

    [Fact]
    public void Receives_a_number_of_messages()
    {
        Send("1", "2", "3", "4");

        Assert.Equal(["1", "2", "3"], ReceiveN(3));
        Assert.Equal(["4"], ReceiveN(1));
    }

    [Fact]
    public async Task Receives_a_number_of_messages_when_they_are_awaited()
    {
        Send(1, 2);

        var sum = 0;
        await foreach (var message in ReceiveNAsync(2))
            sum += (int)message;

        Assert.Equal(3, sum);
    }

    private void Send(params object[] messages)
    {
        foreach (var message in messages)
            TestActor.Tell(message, TestActor);
    }
}
