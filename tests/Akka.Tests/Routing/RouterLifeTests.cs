using Akka.Actor;
using Akka.Event;
using Akka.Routing;
using Akka.Tests.Actor;
using Akka.Util;

namespace Akka.Tests.Routing;

public class RouterLifeTests() : KitTest(
    """
    akka.actor.debug.router-misconfiguration = on
    akka.actor.deployment./configured { router = round-robin-pool, nr-of-instances = 3 }
    """)
{
    private static readonly Props Routee = Props.Create<Echoing>();

    [Fact]
    public async Task Names_its_routees_as_children_without_names()
    {
        var router = Sys.ActorOf(new RoundRobinPool(3).Props(Routee), "router");

        var routees = await router.Ask<Routees>(GetRoutees.Instance);

        Assert.Equal(
            ["/user/router/$a", "/user/router/$b", "/user/router/$c"],
            routees.Members.Select(routee => ((ActorRefRoutee)routee).Actor.Path.ToStringWithoutAddress()));
    }

    [Fact]
    public void Ends_when_a_pill_ends_all_its_routees()
    {
        var router = Sys.ActorOf(new RoundRobinPool(3).Props(Routee));
        Watch(router);

        router.Tell(new Broadcast(PoisonPill.Instance));

        ExpectTerminated(router);
    }

    [Fact]
    public void Ends_when_it_is_killed_and_routees_of_a_group_live_on()
    {
        var routee = Sys.ActorOf(Routee, "routee");
        var router = Sys.ActorOf(new RoundRobinGroup("/user/routee").Props());
        Watch(router);

        router.Tell(Kill.Instance);

        ExpectTerminated(router);
        Settle(routee);
    }

    [Fact]
    public void Ends_when_none_of_its_routees_can_be_made()
    {
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Props.Create<Broken>()));
        Watch(router);

        ExpectTerminated(router);
    }

    [Fact]
    public void Warns_of_a_router_in_the_configuration_that_the_code_does_not_know()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));

        Sys.ActorOf(Routee, "configured");

        Assert.Equal(
            "Configuration says that [akka://test/user/configured] should be a router, but code disagrees. "
            + "Remove the config or add a RouterConfig to its Props.",
            ExpectMsg<Warning>().Message.ToString());
    }

    [Fact]
    public void Hands_messages_of_its_own_to_its_controller()
    {
        var router = Sys.ActorOf(Props.Empty.WithRouter(new Controlled()), "controlled");

        router.Tell(new Tune());

        ExpectMsg("/user/controlled/routingLogicController");
    }

    [Fact]
    public void Makes_no_dead_letter_of_what_nobody_can_get_from_nobody()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var router = Sys.ActorOf(new RoundRobinGroup([]).Props());

        router.Tell("from nobody", ActorRefs.NoSender);
        router.Tell("from somebody");

        Assert.Equal("from somebody", ExpectMsg<DeadLetter>().Message);
    }

    private sealed record Tune;

    private sealed class Controlled : CustomRouterConfig
    {
        public override Router CreateRouter(ActorSystem system) => new(new RandomLogic());

        public override Props RoutingLogicController(RoutingLogic routingLogic) => Props.Create<Controller>();

        public override bool IsManagementMessage(object message) =>
            message is Tune || base.IsManagementMessage(message);

        public override ISurrogate ToSurrogate(ActorSystem system) => throw new NotSupportedException();
    }

    private sealed class Controller : ReceiveActor
    {
        public Controller() => Receive<Tune>(_ => Sender.Tell(Self.Path.ToStringWithoutAddress()));
    }

    private sealed class Echoing : ReceiveActor
    {
        public Echoing() => ReceiveAny(message => Sender.Tell(message));
    }

    private sealed class Broken : ReceiveActor
    {
        public Broken() => throw new FormatException("expected");
    }
}
