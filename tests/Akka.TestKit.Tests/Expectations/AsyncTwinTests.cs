using Akka.Actor;
using Akka.TestKit.TestActors;

namespace Akka.TestKit.Tests.Expectations;

public class AsyncTwinTests : Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task Fish_until_the_message_comes()
    {
        Later(1, 2);

        Assert.Equal(2, await FishForMessageAsync<int>(number => number > 1));
    }

    [Fact]
    public async Task Fish_in_vain()
        => Assert.Equal(
            "Timeout (00:00:00.0500000) during fishForMessage",
            await Failing.TextOf(() => FishForMessageAsync(_ => true, Short).AsTask()));

    [Fact]
    public async Task Expect_any_of_several()
    {
        Later("b");

        Assert.Equal("b", await ExpectMsgAnyOfAsync(["a", "b"]));
    }

    [Fact]
    public async Task Expect_any_of_others()
    {
        Later("c");

        Assert.Equal(
            "ExpectMsgAnyOf found unexpected c",
            await Failing.TextOf(() => ExpectMsgAnyOfAsync(["a", "b"]).AsTask()));
    }

    [Fact]
    public async Task Expect_an_end()
    {
        var actor = Watch(ActorOf(BlackHoleActor.Props));
        Sys.Stop(actor);

        Assert.Equal(actor, (await ExpectTerminatedAsync(actor)).ActorRef);
    }

    [Fact]
    public async Task Expect_the_end_of_another()
    {
        var other = Watch(ActorOf(BlackHoleActor.Props));
        Sys.Stop(other);

        Assert.Contains(
            $"Terminated {TestActor}.", await Failing.TextOf(() => ExpectTerminatedAsync(TestActor).AsTask()));
    }

    [Fact]
    public async Task Peek_and_receive()
    {
        Later("a");

        var (isThere, peeked) = await TryPeekOneAsync(null, CancellationToken.None);
        var (_, received) = await TryReceiveOneAsync(TimeSpan.Zero);

        Assert.True(isThere);
        Assert.Same(peeked, received);
        Assert.Null(await ReceiveOneAsync(TimeSpan.Zero));
        Assert.False(TryPeekOne(out _, TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task Expect_silence()
    {
        await ExpectNoMsgAsync(Short);
        Later("a");

        Assert.StartsWith(
            "Failed: Expected no messages during 00:01:00, instead we received <a> from ",
            await Failing.TextOf(() => ExpectNoMsgAsync(TimeSpan.FromMinutes(1)).AsTask()));
    }

    private void Later(params object[] messages)
    {
        var target = TestActor;
        Task.Run(() => Array.ForEach(messages, message => target.Tell(message)));
    }
}
