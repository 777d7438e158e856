using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class InboxTests : KitTest
{
    private readonly Inbox _inbox;

    public InboxTests()
        : base("akka.actor.inbox { inbox-size = 10, default-timeout = 100ms }")
    {
        _inbox = Inbox.Create(Sys);
    }

    [Fact]
    public void Gives_messages_in_the_order_they_came()
    {
        _inbox.Receiver.Tell("first");
        _inbox.Receiver.Tell("second");

        Assert.Equal("first", _inbox.Receive(Patience));
        Assert.Equal("second", _inbox.Receive(Patience));
    }

    [Fact]
    public void Sends_in_its_own_name()
    {
        _inbox.Send(Echo(), "hello");

        Assert.Equal("hello", _inbox.Receive(Patience));
    }

    [Fact]
    public void Gives_the_first_message_that_fits()
    {
        _inbox.Receiver.Tell("hello");
        _inbox.Receiver.Tell("world");

        Assert.Equal("world", _inbox.ReceiveWhere(message => message is "world", Patience));
        Assert.Equal("hello", _inbox.Receive(Patience));
    }

    [Fact]
    public async Task Gives_a_message_to_the_first_who_waits()
    {
        var first = _inbox.ReceiveAsync(Patience);
        var second = _inbox.ReceiveAsync(Patience);

        _inbox.Receiver.Tell("one");
        _inbox.Receiver.Tell("two");

        Assert.Equal(["one", "two"], await Task.WhenAll(first, second));
    }

    [Fact]
    public async Task Passes_over_those_who_wait_for_something_else()
    {
        var world = Task.Run(() => _inbox.ReceiveWhere(message => message is "world", Patience));

        _inbox.Receiver.Tell("hello");
        _inbox.Receiver.Tell("world");

        Assert.Equal("world", await world);
        Assert.Equal("hello", _inbox.Receive(Patience));
    }

    [Fact]
    public void Throws_when_nothing_comes_in_the_default_time()
    {
        Assert.Throws<TimeoutException>(() => _inbox.Receive());
        Assert.Throws<TimeoutException>(() => _inbox.ReceiveWhere(_ => false));
    }

    [Fact]
    public void Throws_when_nothing_comes_in_the_given_time() =>
        Assert.Throws<TimeoutException>(() => _inbox.Receive(Ms(10)));

    [Fact]
    public void Gives_no_message_to_who_has_given_up()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.Throws<TimeoutException>(() => _inbox.Receive(Ms(10)));
            _inbox.Receiver.Tell(i);
            Assert.Equal(i, _inbox.Receive(Patience));
        }
    }

    [Fact]
    public async Task Gives_a_failure_when_nothing_comes_to_who_awaits()
    {
        var failure = Assert.IsType<Status.Failure>(await _inbox.ReceiveAsync());

        Assert.IsType<TimeoutException>(failure.Cause);
    }

    [Fact]
    public async Task Gives_a_failure_at_once_when_the_time_is_over()
    {
        var failure = await _inbox.ReceiveAsync(TimeSpan.FromSeconds(-1)).WaitAsync(Patience);

        Assert.IsType<Status.Failure>(failure);
    }

    [Fact]
    public void Is_told_of_the_death_of_those_it_watches()
    {
        var actor = Silent();

        Assert.Same(actor, _inbox.Watch(actor));
        Sys.Stop(actor);

        Assert.Equal(actor, Assert.IsType<Terminated>(_inbox.Receive(Patience)).ActorRef);
    }

    [Fact]
    public void Is_told_of_a_death_in_the_words_it_chose()
    {
        var actor = Silent();

        _inbox.WatchWith(actor, "dead");
        Sys.Stop(actor);

        Assert.Equal("dead", _inbox.Receive(Patience));
    }

    [Fact]
    public void Is_not_told_of_a_death_it_watches_no_more()
    {
        var actor = Silent();
        _inbox.Watch(actor);
        _inbox.Unwatch(actor);
        _inbox.Send(_inbox.Receiver, "settled");
        Assert.Equal("settled", _inbox.Receive(Patience));

        Bury(actor);
        _inbox.Receiver.Tell("nothing before");

        Assert.Equal("nothing before", _inbox.Receive(Patience));
    }

    [Fact]
    public void Drops_messages_and_warns_once_when_it_is_full()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));

        for (var i = 0; i < 12; i++)
            _inbox.Receiver.Tell(i);

        Assert.StartsWith("Dropping message", ExpectMsg<Warning>().Message.ToString());
        Assert.Equal(Enumerable.Range(0, 10), Enumerable.Range(0, 10).Select(_ => (int)_inbox.Receive(Patience)));
        _inbox.Receiver.Tell("room again");
        Assert.Equal("room again", _inbox.Receive(Patience));
        Assert.False(HasMessages);
    }

    [Fact]
    public void Stops_its_actor_when_it_is_disposed()
    {
        Watch(_inbox.Receiver);

        _inbox.Dispose();

        ExpectTerminated(_inbox.Receiver);
    }
}
