using Akka.Actor.Internal;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.TestActors;

namespace Akka.Tests.Event;

public class EventStreamTests : TestKit.Xunit2.TestKit
{
    private readonly EventStream _stream = new(debug: false);
    private readonly TestProbe _probe;

    public EventStreamTests() => _probe = CreateTestProbe();

    [Fact]
    public void Publishes_to_those_who_subscribed_to_the_class()
    {
        Assert.True(_stream.Subscribe(TestActor, typeof(Animal)));
        Assert.True(_stream.Subscribe(_probe, typeof(string)));

        _stream.Publish(new Animal());

        ExpectMsg<Animal>();
        _probe.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Publishes_to_those_who_subscribed_to_a_base_class_or_an_interface()
    {
        _stream.Subscribe(TestActor, typeof(Animal));
        _stream.Subscribe(_probe, typeof(IBarks));

        _stream.Publish(new Animal());
        _stream.Publish(new Dog());

        ExpectMsg<Animal>();
        ExpectMsg<Dog>();
        _probe.ExpectMsg<Dog>();
    }

    [Fact]
    public void Publishes_to_a_later_subscriber_what_it_has_published_before()
    {
        _stream.Subscribe(TestActor, typeof(Dog));
        _stream.Publish(new Dog());
        _stream.Subscribe(_probe, typeof(Animal));
        _stream.Publish(new Dog());

        ReceiveN(2);
        _probe.ExpectMsg<Dog>();
    }

    [Fact]
    public void Publishes_once_to_those_who_subscribed_more_than_once()
    {
        Assert.True(_stream.Subscribe(TestActor, typeof(Dog)));
        Assert.True(_stream.Subscribe(TestActor, typeof(Animal)));
        Assert.False(_stream.Subscribe(TestActor, typeof(Animal)));

        _stream.Publish(new Dog());

        ExpectMsg<Dog>();
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Publishes_no_more_to_those_who_unsubscribed()
    {
        _stream.Subscribe(TestActor, typeof(Dog));
        _stream.Subscribe(TestActor, typeof(string));

        Assert.True(_stream.Unsubscribe(TestActor));
        Assert.False(_stream.Unsubscribe(TestActor));
        _stream.Publish(new Dog());
        _stream.Publish("hello");

        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Publishes_still_the_other_channels_of_those_who_unsubscribed_from_one()
    {
        _stream.Subscribe(TestActor, typeof(Dog));
        _stream.Subscribe(TestActor, typeof(string));

        Assert.True(_stream.Unsubscribe(TestActor, typeof(Dog)));
        Assert.False(_stream.Unsubscribe(TestActor, typeof(Dog)));
        _stream.Publish(new Dog());
        _stream.Publish("hello");

        ExpectMsg("hello");
    }

    [Fact]
    public void Publishes_what_is_left_of_a_channel_to_those_who_unsubscribed_from_a_part()
    {
        _stream.Subscribe(TestActor, typeof(Animal));

        Assert.True(_stream.Unsubscribe(TestActor, typeof(Dog)));
        _stream.Publish(new Dog());
        _stream.Publish(new Animal());
        ExpectMsg<Animal>(animal => animal is not Dog);

        Assert.True(_stream.Subscribe(TestActor, typeof(Dog)));
        _stream.Publish(new Dog());
        ExpectMsg<Dog>();
    }

    [Fact]
    public void Takes_type_arguments_as_channels()
    {
        Assert.True(_stream.Subscribe<Dog>(TestActor));
        _stream.Publish(new Dog());
        ExpectMsg<Dog>();

        Assert.True(_stream.Unsubscribe<Dog>(TestActor));
        _stream.Publish(new Dog());
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Refuses_null_as_a_subscriber()
    {
        var failures = new[]
        {
            Assert.Throws<ArgumentNullException>("subscriber", () => _stream.Subscribe(null!, typeof(Dog))),
            Assert.Throws<ArgumentNullException>("subscriber", () => _stream.Unsubscribe(null!, typeof(Dog))),
            Assert.Throws<ArgumentNullException>("subscriber", () => _stream.Unsubscribe(null!)),
        };

        Assert.All(failures, failure => Assert.StartsWith("The subscriber cannot be a null actor.", failure.Message));
    }

    [Fact]
    public void Unsubscribes_actors_that_terminate()
    {
        var stream = new EventStream(debug: true);
        var before = Sys.ActorOf(BlackHoleActor.Props, "before");
        stream.Subscribe(before, typeof(Dog));
        stream.Subscribe(_probe, typeof(Debug));
        stream.StartUnsubscriber((ActorSystemImpl)Sys);
        _probe.FishForMessage<Debug>(debug => TextOf(debug).StartsWith("initialized unsubscriber to: "));
        var after = Sys.ActorOf(BlackHoleActor.Props, "after");
        stream.Subscribe(after, typeof(Dog));

        Sys.Stop(before);
        Sys.Stop(after);

        AwaitCondition(() => !stream.HasSubscriptions(before) && !stream.HasSubscriptions(after));
        _probe.FishForMessage<Debug>(
            debug => TextOf(debug) == $"unsubscribe {after} from {stream}, because it was terminated");
    }

    [Fact]
    public void Says_what_it_does_when_it_is_to_be_debugged()
    {
        var stream = new EventStream(debug: true);
        stream.Subscribe(_probe, typeof(Debug));
        stream.Subscribe(TestActor, typeof(Dog));
        stream.Unsubscribe(TestActor, typeof(Dog));
        stream.Unsubscribe(TestActor);

        string[] expected =
        [
            $"subscribing {_probe} to channel Akka.Event.Debug",
            $"subscribing {TestActor} to channel {typeof(Dog)}",
            $"unsubscribing {TestActor} from channel {typeof(Dog)}",
            $"unsubscribing {TestActor} from all channels",
        ];
        Assert.Equal(expected, _probe.ReceiveN(4).Cast<Debug>().Select(debug => debug.Message));
    }

    [Fact]
    public void Says_nothing_otherwise()
    {
        _stream.Subscribe(_probe, typeof(Debug));
        _stream.Subscribe(TestActor, typeof(Dog));

        _probe.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public async Task Publishes_while_others_subscribe()
    {
        _stream.Subscribe(TestActor, typeof(Dog));
        var probes = Enumerable.Range(0, 20).Select(_ => CreateTestProbe()).ToList();
        const int events = 1000;

        var publishing = Task.Run(() =>
        {
            for (var i = 0; i < events; i++)
                _stream.Publish(new Dog());
        });
        foreach (var probe in probes)
            _stream.Subscribe(probe, typeof(Animal));
        await publishing;

        ReceiveN(events, TimeSpan.FromSeconds(30));
        _stream.Publish(new Dog());
        Assert.All(probes, probe => probe.FishForMessage<Dog>(_ => true));
    }

    private static string TextOf(LogEvent logEvent) => logEvent.Message.ToString()!;

    private class Animal;

    private interface IBarks;

    private sealed class Dog : Animal, IBarks;
}
