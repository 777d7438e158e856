namespace Akka.TestKit.Tests.Expectations;

public class ExpectMsgFromTests : Xunit2.TestKit
{
    private readonly TestProbe _friend;
    private readonly TestProbe _stranger;

    public ExpectMsgFromTests()
    {
        _friend = CreateTestProbe("friend");
        _stranger = CreateTestProbe("stranger");
    }

    [Fact]
    public void Accepts_a_message_from_the_sender()
    {
        _friend.Send(TestActor, "hi");

        ExpectMsgFrom(_friend.Ref, "hi");
    }

    [Fact]
    public async Task Accepts_a_message_from_the_sender_when_it_is_awaited()
    {
        _friend.Send(TestActor, "hi");

        await ExpectMsgFromAsync<string>(_friend.Ref);
    }

    [Fact]
    public void Fails_when_another_one_sent_it()
    {
        _stranger.Send(TestActor, "hi");

        var text = Failing.TextOf(() => ExpectMsgFrom<string>(_friend.Ref));

        Assert.Contains(
            $"Sender does not match. Got a message from sender {_stranger.Ref}. But expected {_friend.Ref}", text);
    }

    [Fact]
    public void Fails_when_the_predicate_does_not_accept_the_sender()
    {
        _stranger.Send(TestActor, "hi");

        var text = Failing.TextOf(() => ExpectMsgFrom<string>(sender => sender.Equals(_friend.Ref), _ => true));

        Assert.Equal(
            $"Sender does not match. Got a message from sender {_stranger.Ref}. But expected the predicate to return " +
            "true The message was {hi}",
            text);
    }

    [Fact]
    public void Fails_when_the_predicate_does_not_accept_the_message()
    {
        _friend.Send(TestActor, "hi");

        Assert.Contains(
            "did not match", Failing.TextOf(() => ExpectMsgFrom<string>(_friend.Ref, message => message == "ho")));
    }

    [Fact]
    public void Fails_with_the_assertion_that_the_test_gives_for_the_sender()
    {
        _friend.Send(TestActor, "hi");

        Failing.TextOf(() => ExpectMsgFrom<string>(sender => Assert.Equal(_stranger.Ref, sender), _ => { }));
    }
}
