using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestActors;

namespace Akka.TestKit.Tests.EventFilters;

public class DeadLetterFilterTests : EventFilterTestBase
{
    private readonly IActorRef _dead;

    public DeadLetterFilterTests()
        : base("akka.loglevel = ERROR")
    {
        _dead = Watch(Sys.ActorOf(BlackHoleActor.Props, "dead-actor"));
        Sys.Stop(_dead);
        ExpectTerminated(_dead);
    }

    [Fact]
    public void Take_dead_letters_whatever_the_level_of_the_log()
        => EventFilter.DeadLetter().ExpectOne(() => _dead.Tell("whatever"));

    [Fact]
    public void Take_dead_letters_of_a_type()
    {
        EventFilter.DeadLetter<string>().ExpectOne(() =>
        {
            _dead.Tell(4711);
            _dead.Tell("whatever");
        });

        var printed = Assert.IsType<DeadLetter>(ExpectMsg<Warning>().Message);
        Assert.Equal($"Received dead letter from {TestActor}: 4711", printed.Message);
    }

    [Fact]
    public void Take_dead_letters_that_a_predicate_accepts()
        => EventFilter.DeadLetter<int>(number => number > 1).Expect(1, () =>
        {
            _dead.Tell(1);
            _dead.Tell(2);
        });

    [Fact]
    public void Take_dead_letters_of_a_recipient()
    {
        EventFilter.DeadLetter(typeof(string), source: "/user/dead-actor").ExpectOne(() => _dead.Tell("a"));
        EventFilter.DeadLetter(typeof(string), source: "/user/other").Expect(0, Short, () => _dead.Tell("a"));
    }
}
