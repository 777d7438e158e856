using System.Collections;
using Akka.Actor;

namespace Akka.TestKit.Tests.Expectations;

public class ReceiveTests : Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void Returns_null_when_nothing_comes() => Assert.Null(ReceiveOne(Short));

    [Fact]
    public void Does_not_wait_when_the_time_is_zero()
    {
        Assert.False(TryReceiveOne(out var nothing, TimeSpan.Zero));
        Assert.Same(NullMessageEnvelope.Instance, nothing);

        TestActor.Tell("1");
        Assert.True(TryReceiveOne(out var envelope, TimeSpan.Zero));
        Assert.Equal("1", envelope.Message);
    }

    [Fact]
    public void Receives_nothing_when_the_time_is_over_already()
    {
        TestActor.Tell("1");

        Assert.False(TryReceiveOne(out _, TimeSpan.FromSeconds(-5)));
    }

    [Fact]
    public void Stops_waiting_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource(Short);

        Assert.False(TryReceiveOne(out _, TimeSpan.FromMinutes(5), cancel.Token));
    }

    [Fact]
    public async Task Stops_awaiting_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource(Short);

        var (success, _) = await TryReceiveOneAsync(TimeSpan.FromMinutes(5), cancel.Token);

        Assert.False(success);
    }

    [Fact]
    public void Leaves_in_the_queue_what_it_peeks_at()
    {
        TestActor.Tell("1");

        Assert.Equal("1", PeekOne());
        Assert.True(HasMessages);
        ExpectMsg("1");
        Assert.False(HasMessages);
    }

    [Fact]
    public async Task Peeks_at_a_message_that_comes_later()
    {
        Sys.Scheduler.ScheduleTellOnce(Short, TestActor, "late", ActorRefs.NoSender);

        Assert.Equal("late", await PeekOneAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Fishes_for_a_message()
    {
        var others = new ArrayList();
        TestActor.Tell(1);
        TestActor.Tell("a");
        TestActor.Tell(10);

        Assert.Equal(10, FishForMessage<int>(number => number >= 10, others));
        Assert.Equal(new object[] { 1, "a" }, others.ToArray());
    }

    [Fact]
    public void Fails_when_the_fish_does_not_bite()
    {
        TestActor.Tell(1);

        var text = Failing.TextOf(() => FishForMessage(_ => false, Short, "a shark"));

        Assert.Equal("Timeout (00:00:00.0500000) during fishForMessage, hint: a shark", text);
    }

    [Fact]
    public async Task Fishes_until_there_is_a_message_of_the_type()
    {
        TestActor.Tell(1);
        TestActor.Tell("a");

        var text = await Failing.TextOf(() => FishUntilMessageAsync<string>(Short));

        Assert.Equal("did not expect a message of type System.String", text);
    }

    [Fact]
    public async Task Waits_for_radio_silence()
    {
        TestActor.Tell(1);
        TestActor.Tell(2);

        Assert.Equal(new object[] { 1, 2 }, (await WaitForRadioSilenceAsync(Short)).ToArray());
    }

    [Fact]
    public async Task Fails_when_the_radio_is_not_silent()
    {
        TestActor.Tell(1);
        TestActor.Tell(2);

        var text = await Failing.TextOf(() => WaitForRadioSilenceAsync(Short, maxMessages: 1));

        Assert.Equal("maxMessages violated (current iteration: 2).", text);
    }

    [Fact]
    public void Receives_while_the_filter_returns_something()
    {
        TestActor.Tell("1");
        TestActor.Tell(2);
        TestActor.Tell(3.0);

        var received = ReceiveWhile<string>(message => message is double ? null : message.ToString()!);

        Assert.Equal(["1", "2"], received);
        ExpectMsg(3.0);
    }

    [Fact]
    public void Receives_while_the_predicate_is_true()
    {
        TestActor.Tell("1");
        TestActor.Tell(4711);
        TestActor.Tell("2");
        TestActor.Tell("---");

        Assert.Equal(["1", "2"], ReceiveWhile<string>(text => text.Length == 1));
        ExpectMsg("---");
    }

    [Fact]
    public void Receives_until_another_type_comes()
    {
        TestActor.Tell("1");
        TestActor.Tell(4711);

        Assert.Equal(["1"], ReceiveWhile<string>(_ => true, shouldIgnoreOtherMessageTypes: false));
        ExpectMsg(4711);
    }

    [Fact]
    public void Receives_no_more_than_it_is_told()
    {
        TestActor.Tell("1");
        TestActor.Tell("2");

        Assert.Equal(["1"], ReceiveWhile<string>(_ => true, msgs: 1));
        ExpectMsg("2");
    }

    [Fact]
    public void Receives_until_nothing_comes_for_a_while()
    {
        TestActor.Tell("1");

        Assert.Equal(["1"], ReceiveWhile<string>(_ => true, TimeSpan.FromMinutes(5), idle: Short));
    }

    [Fact]
    public async Task Receives_while_awaiting()
    {
        TestActor.Tell("1");
        TestActor.Tell(2);

        var received = new List<string>();
        await foreach (var text in ReceiveWhileAsync<string>(_ => true, Short))
            received.Add(text);

        Assert.Equal(["1"], received);
    }

    [Fact]
    public void Ignores_messages_as_told()
    {
        IgnoreMessages<int>(number => number < 10);
        TestActor.Tell(1);
        TestActor.Tell(10);
        ExpectMsg(10);

        IgnoreMessages<int>();
        TestActor.Tell(10);
        IgnoreNoMessages();
        TestActor.Tell(11);
        ExpectMsg(11);
    }
}
