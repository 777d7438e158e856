using Akka.Event;
using Akka.Routing;
using Akka.Tests.Actor;

namespace Akka.Tests.Routing;

public class RoutingLogicTests : SystemTest
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
        Subscribe<DeadLetter>();

        Routee.NoRoutee.Send("lost", Peer);

        Assert.Equal("lost", Expect<DeadLetter>().Message);
    }

    [Fact]
    public void Does_not_take_a_routee_twice()
    {
        var router = new Router(new RoundRobinRoutingLogic(), Peer);

        Assert.Single(router.AddRoutee(Peer).Routees);
        Assert.Empty(router.RemoveRoutee(Peer).Routees);
        Assert.Equal(2, router.AddRoutee(Sys.DeadLetters).Routees.Count());
        Assert.Equal(2, router.AddRoutee(Sys.ActorSelection("/user/a")).Routees.Count());
    }

    [Fact]
    public void Unwraps_what_it_hands_on()
    {
        var router = new Router(new RoundRobinRoutingLogic(), Peer);

        router.Route(new RouterEnvelope("wrapped"), Sys.DeadLetters);
        router.Route(new Broadcast("broadcast"), Sys.DeadLetters);

        Expect("wrapped", "broadcast");
    }
}
