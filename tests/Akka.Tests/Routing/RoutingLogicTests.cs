using Akka.Event;
using Akka.Routing;
using Akka.Tests.Actor;

namespace Akka.Tests.Routing;

public class RoutingLogicTests : KitTest
{
    private static readonly Routee[] Three = [new(), new(), new()];

    [Fact]
    public void Takes_turns_and_survives_the_overflow_of_its_counter()
    {
        var logic = new RoundRobinRoutingLogic(int.MaxValue - 1);

        Assert.All(Enumerable.Range(0, 10), _ => Assert.Contains(logic.Select("x", Three), Three));
        Assert.Equal(
            Three, Enumerable.Range(0, 3).Select(_ => new RoundRobinRoutingLogic(_ - 1).Select("x", Three)));
    }

    [Fact]
    public void Selects_nobody_when_there_is_nobody()
    {
        RoutingLogic[] logics =
        [
            new RoundRobinRoutingLogic(),
            new RandomLogic(),
            new BroadcastRoutingLogic(),
            new SmallestMailboxRoutingLogic(),
            new ConsistentHashingRoutingLogic(Sys),
        ];

        Assert.All(logics, logic => Assert.Same(Routee.NoRoutee, logic.Select("x", [])));
    }

    [Fact]
    public void Makes_a_dead_letter_of_what_nobody_gets()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        Routee.NoRoutee.Send("lost", TestActor);

        Assert.Equal("lost", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Routes_a_key_that_is_null_as_any_other()
    {
        var routees = Actors("a", "b", "c");
        var logic = new ConsistentHashingRoutingLogic(Sys);

        var chosen = logic.Select(new ConsistentHashableEnvelope("x", null!), routees);

        Assert.Contains(chosen, routees);
        Assert.Same(chosen, logic.Select(new ConsistentHashableEnvelope("y", null!), routees));
    }

    [Fact]
    public void Warns_of_a_key_that_it_can_not_place()
    {
        var routees = Actors("a", "a");
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));

        var chosen = new ConsistentHashingRoutingLogic(Sys).Select(new ConsistentHashableEnvelope("x", "k"), routees);

        Assert.Same(Routee.NoRoutee, chosen);
        Assert.StartsWith(
            "Couldn't route message with consistent hash key [k] due to [", ExpectMsg<Warning>().Message.ToString());
    }

    [Fact]
    public void Refuses_a_mapping_of_keys_that_is_null()
    {
        var error = Assert.Throws<ArgumentNullException>(
            () => new ConsistentHashingRoutingLogic(Sys).WithHashMapping(null!));

        Assert.Equal("The mapping cannot be null. (Parameter 'mapping')", error.Message);
    }

    [Fact]
    public void Does_not_take_a_routee_twice()
    {
        var router = new Router(new RoundRobinRoutingLogic(), TestActor);

        Assert.Single(router.AddRoutee(TestActor).Routees);
        Assert.Empty(router.RemoveRoutee(TestActor).Routees);
        Assert.Equal(2, router.AddRoutee(Sys.DeadLetters).Routees.Count());
        Assert.Equal(2, router.AddRoutee(Sys.ActorSelection("/user/a")).Routees.Count());
    }

    [Fact]
    public void Unwraps_what_it_hands_on()
    {
        var router = new Router(new RoundRobinRoutingLogic(), TestActor);

        router.Route(new RouterEnvelope("wrapped"), Sys.DeadLetters);
        router.Route(new Broadcast("broadcast"), Sys.DeadLetters);

        ExpectInOrder("wrapped", "broadcast");
    }

    private Routee[] Actors(params string[] names) =>
        [.. names.Select(name => new ActorSelectionRoutee(Sys.ActorSelection("/user/" + name)))];
}
